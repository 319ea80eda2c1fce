namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>Two sides that were built from different versions of a service: what still fits works, and what does not is refused by name.</summary>
public sealed class ContractTests
{
    private PipelineApp _app = null!;
    private LoopbackConnection _connection = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _app = await PipelineApp.StartAsync<Versions.Served>();
        _connection = new(_app, TimeProvider.System);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _connection.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Test]
    public async Task Call_OfAnOlderCaller_TakesTheDefaultOfAParameterItDoesNotKnow() =>
        Assert.That(await Older.ToAsync.Order("tea", 2), Is.EqualTo("2 tea, none"));

    [Test]
    public async Task Call_OfANewerCaller_LeavesOutWhatHasItsDefault()
    {
        Assert.That(await Newer.ToAsync.Order("tea", 2, "soon"), Is.EqualTo("2 tea, soon"));
        Assert.That(Newer.Order("tea", 2), Is.EqualTo("2 tea, none"));
    }

    [Test]
    public void Call_WithAnArgumentThatTheServiceDoesNotKnow_IsRefused() => Assert.That(
        () => Newer.Order("tea", 2, "soon", gifts: 1),
        Throws.TypeOf<MissingMethodException>().With.Message.EqualTo(
            "Shop.Order(string article, int count, string note = …, int gifts = …) was called, and the service has "
            + "Shop.Order(string article, int count, string note = …): build both sides from one version of it."));

    [Test]
    public void Call_WithParametersThatHaveChangedPlaces_IsRefusedWithBothSignatures() => Assert.That(
        () => Older.Deliver("Rome", "Oslo"),
        Throws.TypeOf<MissingMethodException>().With.Message.Contains("Deliver(string to, string from) was called")
            .And.Message.Contains("has Shop.Deliver(string from, string to)"));

    [Test]
    public void Call_WithoutAParameterThatIsNeeded_IsRefused() =>
        Assert.That(() => Newer.Deliver("Oslo", "Rome", "post"), Throws.TypeOf<MissingMethodException>());

    [Test]
    public void Call_WithAnIntWhereTheServiceTakesALong_Fits() => Assert.That(Older.Twice(int.MaxValue), Is.EqualTo(2L * int.MaxValue));

    [Test]
    public void Call_WithAnotherType_IsRefusedWithBothSignatures() => Assert.That(
        () => Newer.Twice("1"),
        Throws.TypeOf<MissingMethodException>().With.Message.Contains("Twice(string number)").And.Message.Contains("Twice(long number)"));

    [Test]
    public void Call_OfAMethodThatWasRenamedAndKeepsItsName_Fits() => Assert.That(Older.OldName(3), Is.EqualTo(3));

    [Test]
    public void Call_OfAnApiThatOnlyTheCallerHas_NamesThoseThatAreThere() => Assert.That(
        () => Newer.Added(),
        Throws.TypeOf<MissingMethodException>().With.Message.Contains("it has Deliver, Order, Renamed, Twice"));

    private Versions.Older.Proxy Older =>
        (Versions.Older.Proxy)Versions.Older.Definition.Activation.CreateChannelProxy(_connection.Channel(Versions.Older.Definition));

    private Versions.Newer.Proxy Newer =>
        (Versions.Newer.Proxy)Versions.Newer.Definition.Activation.CreateChannelProxy(_connection.Channel(Versions.Newer.Definition));
}
