using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests;

public sealed class CalculatorTests
{
    [Test]
    public async Task SyncApi_OnBothViews_GivesItsResult()
    {
        await using var app = await StartAsync();

        Assert.That(app.Proxy.Add(1, 2), Is.EqualTo(3));
        Assert.That(await app.Proxy.ToAsync.Add(1, 2), Is.EqualTo(3));
        Assert.That(app.Proxy.Split(2.5), Is.EqualTo((2, (0.5, (string?)null))));
        Assert.That((await app.Proxy.ToAsync.Split(2.5)).Parts.Fraction, Is.EqualTo(0.5));
    }

    [Test]
    public async Task SyncApi_Failing_ThrowsOnOneViewAndFaultsTheTaskOnTheOther()
    {
        await using var app = await StartAsync();

        Assert.That(() => app.Proxy.Divide(1, 0), Throws.InstanceOf<DivideByZeroException>());
        var task = app.Proxy.ToAsync.Divide(1, 0);
        Assert.That(async () => await task, Throws.InstanceOf<DivideByZeroException>());
    }

    [Test]
    public async Task Params_OnBothViews_TakeAnyNumberOfArgumentsOrOneList()
    {
        await using var app = await StartAsync();

        Assert.That(app.Proxy.Sum(1, 2, 3), Is.EqualTo(6));
        Assert.That(app.Proxy.Sum(), Is.Zero);
        Assert.That(await app.Proxy.ToAsync.Sum(1, 2), Is.EqualTo(3));
        Assert.That(await app.Proxy.ToAsync.Sum([4, 5], CancellationToken.None), Is.EqualTo(9));
        Assert.That(app.Proxy.Join(texts: ["a", "b"]), Is.EqualTo("a, b"));
        Assert.That(await app.Proxy.ToAsync.Join("-", "a", "b"), Is.EqualTo("a-b"));
        Assert.That(await app.Proxy.ToAsync.Join("-", ["a"], CancellationToken.None), Is.EqualTo("a"));
    }

    [Test]
    public async Task Defaults_OnBothViews_AreTheServicesOwn()
    {
        await using var app = await StartAsync();
        string expected = new Calculator().Defaults();

        Assert.That(app.Proxy.Defaults(), Is.EqualTo(expected));
        Assert.That(await app.Proxy.ToAsync.Defaults(), Is.EqualTo(expected));
        Assert.That(await app.Proxy.ToAsync.Defaults(truth: false), Is.EqualTo(new Calculator().Defaults(truth: false)));
    }

    [Test]
    public async Task Overloads_OfDynamicArguments_AreChosenByTheDeclaredType()
    {
        await using var app = await StartAsync();

        Assert.That(app.Proxy.Kind(1), Is.EqualTo("int 1"));
        Assert.That(app.Proxy.Kind("x"), Is.EqualTo("string x"));
        Assert.That(app.Proxy.Kind((object)"x"), Is.EqualTo("object x"));
        Assert.That(await app.Proxy.ToAsync.Kind((object)1), Is.EqualTo("object 1"));
        Assert.That((string?)app.Proxy.Echo("e"), Is.EqualTo("e"));
        Assert.That((int)(await app.Proxy.ToAsync.Echo(5))!, Is.EqualTo(5));
    }

    [Test]
    public async Task Token_InTheMiddleOfTheList_Arrives()
    {
        await using var app = await StartAsync();
        using var source = new CancellationTokenSource();

        Assert.That(await app.Proxy.ToAsync.IsCanceled("abc", token: source.Token), Is.False);
        await source.CancelAsync();
        Assert.That(app.Proxy.IsCanceled("abc", source.Token), Is.True);
        Assert.That(app.Proxy.IsCanceled("abc"), Is.False);
        Assert.That(await app.Proxy.ToAsync.IsCanceled("abc", 3, CancellationToken.None), Is.False);
    }

    [Test]
    public void Fake_OverridingTheSyncMember_AnswersOnBothViews()
    {
        Calculator.Proxy fake = new FakeCalculator();

        Assert.That(fake.Add(1, 1), Is.EqualTo(100));
        Assert.That(async () => await fake.ToAsync.Add(1, 1), Is.EqualTo(100));
        Assert.That(async () => await fake.ToAsync.Kind("x"), Is.EqualTo("faked"));
    }

    private static Task<RunningApp<Calculator.Proxy>> StartAsync() => RunningApp.StartAsync<Calculator, Calculator.Proxy>();

    private sealed class FakeCalculator() : Calculator.Proxy(new View())
    {
        public override int Add(int left, int right) => 100;

        public override int Divide(int dividend, int divisor) => 0;

        public override int Sum(IEnumerable<int> numbers) => 0;

        public override string Join(string separator, string[] texts) => "";

        public override string Defaults(
            int number, string text, char character, double real, decimal exact, Rounding rounding, Rounding? maybe, DateTime date, string? nothing, bool truth, CancellationToken cancellationToken) => "";

        public override (int Whole, (double Fraction, string? Text) Parts) Split(double number) => default;

        public override dynamic? Echo(dynamic? value) => null;

        public override string Kind(int value) => "";

        public override string Kind(string value, CancellationToken cancellationToken) => "";

        public override string Kind(object value) => "";

        public override bool IsCanceled(string text, CancellationToken token, int number) => false;

        private sealed class View : Async
        {
            public override Task<string> Kind(string value, CancellationToken cancellationToken) => Task.FromResult("faked");
        }
    }
}
