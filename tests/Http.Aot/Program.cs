using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Pipeline;
using Pipeline.Http.Aot;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
builder.Services.AddPipeline<Till>().AddHttp();
await using var edge = builder.Build();
edge.MapPipeline<Till>();
await edge.StartAsync();
string address = edge.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

// Raw, as somebody else's client.
using var client = new HttpClient { BaseAddress = new(address) };
using var wrong = new StringContent("""{"lines":[{"article":"tea","price":"much"}]}""", null, "application/json");
using var refused = await client.PostAsync("total", wrong);
string problem = await refused.Content.ReadAsStringAsync();
Console.WriteLine($"{(int)refused.StatusCode}, names the member: {problem.Contains("lines[0].price", StringComparison.Ordinal)}");
string description = await client.GetStringAsync("openapi/v1.json");
Console.WriteLine($"OpenAPI knows the API: {description.Contains("/total", StringComparison.Ordinal)}");

// Typed, through the proxy of another pipeline.
await using var caller = await PipelineApp.StartAsync<Till>(pipeline =>
{
    pipeline.Services.AddHttpTransport(static options => options.JsonContext = AppJson.Default);
    pipeline.Configuration["Pipeline:Services:Till:Url"] = address;
});
var till = caller.GetProxy<Till.Proxy>();
Line[] bought = [new("tea", 2.5m), new("cup", 7)];
Console.WriteLine(await till.ToAsync.Total(bought));
await foreach (var line in till.ToAsync.Echo(bought))
    Console.WriteLine(line);
