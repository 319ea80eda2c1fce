using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Tests.Services;

namespace Pipeline.Http.Tests.Edge;

/// <summary>An API that other machines can reach says who may call it.</summary>
public sealed class AuthorizationTests
{
    [Test]
    public void Start_OpenToOtherMachinesAndNobodyNamed_Fails() => Assert.That(
        static () => StartAsync(static app => app.MapPipeline<Front>()),
        Throws.InvalidOperationException.With.Message.Contains("Front.Twice can be called from other machines")
            .And.Message.Contains("RequireAuthorization()").And.Message.Contains("AllowAnonymous()"));

    [Test]
    public async Task Start_OpenToOtherMachinesAndEverybodyAllowed_Serves()
    {
        await using var edge = await StartAsync(static app => app.MapPipeline<Front>().AllowAnonymous());
        Assert.That((await edge.PostAsync("twice", """{"value":21}""")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Start_OpenToOtherMachinesAndAuthorizationRequired_Refuses()
    {
        await using var edge = await StartAsync(static app => app.MapPipeline<Front>().RequireAuthorization());
        Assert.That((await edge.PostAsync("twice", """{"value":21}""")).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Start_OpenToOtherMachinesAndAuthorizationIsTheRule_Refuses()
    {
        await using var edge = await StartAsync(
            static app => app.MapPipeline<Front>(),
            static options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        Assert.That((await edge.PostAsync("twice", """{"value":21}""")).Status, Is.EqualTo(401));
    }

    private static Task<EdgeHost> StartAsync(Action<WebApplication> map, Action<AuthorizationOptions>? authorize = null) =>
        EdgeHost.StartAsync(
            builder =>
            {
                builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Any, 0));
                builder.Services.AddPipeline<Front>().AddHttp();
                builder.Services.AddAuthentication("none")
                    .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, NobodyHandler>("none", null);
                builder.Services.AddAuthorization(options => authorize?.Invoke(options));
            },
            map);
}
