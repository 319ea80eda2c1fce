using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests.Calls;

/// <summary>What an endpoint and a definition say about parameters, and that a call can be put together by their names.</summary>
public sealed class ParameterTests
{
    [TestCase("Many", "1|x|2|0.5|True|c|3||1.50|7,8")]
    public async Task Call_OfMoreArgumentsThanATupleHasFields_ArrivesInOrder(string api, string expected)
    {
        var answer = await CallAsync(
            api,
            ("j", new[] { 7, 8 }), ("i", 1.50m), ("h", null), ("g", (byte)3), ("f", 'c'), ("e", true), ("d", 0.5), ("c", 2L), ("b", "x"), ("a", 1));

        Assert.That(answer, Is.EqualTo(expected));
    }

    [Test]
    public async Task Call_WithArgumentsLeftOut_HasTheDefaultsOfADirectCall()
    {
        await using var app = await RunningApp.StartAsync<Inputs, Inputs.Proxy>();

        Assert.That(await CallAsync("Defaults", ("boxed", 3)), Is.EqualTo(app.Proxy.Defaults()));
        Assert.That(await CallAsync("Defaults"), Is.EqualTo("5|3|0|-3|00000000-0000-0000-0000-000000000000|Down|-7|1.50|"));
        Assert.That(await CallAsync("Keywords", ("class", 1)), Is.EqualTo(app.Proxy.Keywords(1)).And.EqualTo("1||"));
    }

    [Test]
    public async Task Call_OfStreams_PassesThem()
    {
        Assert.That(await CallAsync("Merge", ("items", new[] { 1, 2 }.ToAsyncEnumerable())), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(
            await CallAsync("Merge", ("items", new[] { 1 }.ToAsyncEnumerable()), ("more", new[] { "x" }.ToAsyncEnumerable())),
            Is.EqualTo(new[] { "1", "x" }));
    }

    [Test]
    public void Definition_OfParameters_SaysNamesTypesAndDefaults()
    {
        var keywords = Api("Keywords").Parameters;
        var defaults = Api("Defaults").Parameters;

        Assert.That(keywords.Select(static parameter => parameter.Name), Is.EqualTo(new[] { "class", "event", "params" }));
        Assert.That(keywords.Select(static parameter => parameter.Type), Is.EqualTo(new[] { typeof(int), typeof(string), typeof(int[]) }));
        Assert.That(keywords.Select(static parameter => parameter.IsOptional), Is.EqualTo(new[] { false, true, true }));
        Assert.That(keywords[2].DefaultValue, Is.EqualTo(Array.Empty<int>()));
        Assert.That(
            defaults.Select(static parameter => parameter.DefaultValue),
            Is.EqualTo(new object?[] { new DateTime(5), 3, 0, (short)-3, Guid.Empty, Rounding.Down, (Rounding)(-7), 1.50m, null }));
        Assert.That(defaults.Select(static parameter => parameter.IsOptional), Is.All.True);
    }

    [Test]
    public void Definition_OfParameters_SaysWhereNullIsAllowed() => Assert.That(
        Api("Nulls").Parameters.Where(static parameter => parameter.AllowsNull).Select(static parameter => parameter.Name),
        Is.EqualTo(new[] { "maybe", "allowed", "nullable" }));

    [Test]
    public void Definition_OfStreams_SaysItemsAndHidesTheToken()
    {
        var merge = Api("Merge");

        Assert.That(merge.ResultType, Is.EqualTo(typeof(string)));
        Assert.That(merge.Parameters.Select(static parameter => parameter.Name), Is.EqualTo(new[] { "items", "more" }));
        Assert.That(merge.Parameters.Select(static parameter => parameter.IsStream), Is.All.True);
        Assert.That(merge.Parameters.Select(static parameter => parameter.IsOptional), Is.EqualTo(new[] { false, true }));
        Assert.That(Api("Many").Parameters.Select(static parameter => parameter.IsStream), Is.All.False);
    }

    [Test]
    public void Definition_OfOptions_SaysWhatIsDeclared()
    {
        Assert.That(Api("Merge").Transient, Is.EqualTo(new[] { typeof(IOException) }));
        Assert.That(Api("Merge").ReadAhead, Is.EqualTo(8));
        Assert.That(Api("Nothing").Concurrency, Is.EqualTo(2));
        Assert.That(Api("Nothing").RunsOnPool, Is.True);
        Assert.That(Api("Nothing").Parameters, Is.Empty);
        Assert.That(Api("Nothing").ResultType, Is.Null);
        Assert.That(Api("Many").ResultType, Is.EqualTo(typeof(string)));
        Assert.That(Api("Many").RunsOnPool, Is.False);
        Assert.That(Api("Many").ReadAhead, Is.Null);
    }

    [Test]
    public void Endpoints_AndDefinition_ShareTheParameters()
    {
        foreach (var endpoint in Inputs.Definition.Activation.Endpoints())
            Assert.That(Inputs.Definition.Apis[endpoint.Api].Parameters, Is.EqualTo(endpoint.Parameters));
    }

    private static ApiDefinition Api(string name) => Inputs.Definition.Apis.Single(api => api.Name == name);

    private static async Task<object?> CallAsync(string api, params (string Name, object? Value)[] arguments)
    {
        await using var app = await RunningApp.StartAsync<Inputs, Inputs.Proxy>();
        var endpoint = Inputs.Definition.Activation.Endpoints().Single(endpoint => Inputs.Definition.Apis[endpoint.Api].Name == api);
        return await endpoint.Accept(new NamedCall(app.Proxy, arguments));
    }
}
