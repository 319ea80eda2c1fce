namespace Pipeline.Tool.Tests;

/// <summary>Settings have setters; whether a client that keeps them may be called twice at once depends on who sets them.</summary>
[TestFixture]
internal sealed class SettledTypesTests
{
    private const string Contracts = """
        namespace Shop;
        public interface IRates { Task<string> LoadAsync(string code); }
        public interface IRooted { string Root { get; set; } }
        public class Settings : IRooted
        {
            private string _site = "";
            public Settings() => Region = "eu";
            public string Root { get; set; } = "";
            public string Region { get; set; }
            public string Site { get => _site; set => _site = value; }
            public Limits Limits { get; set; } = new();
            public string? Path;
        }
        public sealed class Limits { public int Items { get; set; } }
        public sealed record Fixed(string Root) { public string Site { get; init; } = ""; }
        """;

    private const string Web = """
        namespace Shop;
        public sealed class WebRates(HttpClient http, Settings settings) : IRates
        {
            public Task<string> LoadAsync(string code) => http.GetStringAsync($"/rates/{settings.Root}{settings.Limits.Items}/{code}");
        }
        """;

    private const string Load = "M:Shop.IRates.LoadAsync(System.String)";

    /// <summary>What fills an object that nobody else has yet.</summary>
    [TestCase("static class Start { public static Settings Make() => new() { Root = \"/\", Limits = new() { Items = 1 } }; }",
        TestName = "initializer")]
    [TestCase("static class Start { public static Fixed Copy(Fixed one) => one with { Site = \"/\" }; }", TestName = "with")]
    [TestCase("static class Start { public static void Move(Other other) => other.Root = \"/\"; } "
        + "public sealed class Other { public string Root { get; set; } = \"\"; }", TestName = "a member of the same name elsewhere")]
    [TestCase("static class Start { public static string Read(Settings settings) { string root = settings.Root; root += settings.Site; return root; } }",
        TestName = "reads")]
    public async Task Record_OfAClientWithSettingsThatAreOnlyFilled_SaysThatItReads(string more)
    {
        string[] lines = await RecordAsync(more);

        Assert.That(lines, Has.Some.StartsWith("reads " + Load), string.Join('\n', lines));
        Assert.That(lines, Has.Some.EqualTo("settled T:Shop.Settings"));
        Assert.That(lines, Has.Some.EqualTo("settled T:Shop.Limits"));
    }

    [TestCase("static class Start { public static void Move(Settings settings) => settings.Root = \"/\"; }", TestName = "assignment")]
    [TestCase("static class Start { public static void Move(IRooted settings) => settings.Root = \"/\"; }",
        TestName = "assignment by the interface")]
    [TestCase("static class Start { public static void Move<T>(T settings) where T : Settings => settings.Root = \"/\"; }",
        TestName = "assignment by a type parameter")]
    [TestCase("static class Start { public static void Move(dynamic settings) => settings.Root = \"/\"; }",
        TestName = "dynamic assignment")]
    [TestCase("static class Start { public static void Move(Settings settings) => settings.Root += \"/\"; }",
        TestName = "compound assignment")]
    [TestCase("static class Start { public static void Move(Settings settings) => settings.Root ??= \"/\"; }",
        TestName = "assignment if null")]
    [TestCase("static class Start { public static void Move(Settings settings) => settings.Limits.Items++; }",
        TestName = "increment of a part")]
    [TestCase("static class Start { public static void Move(Settings settings) => (settings.Root, _) = (\"/\", 1); }",
        TestName = "deconstruction")]
    [TestCase("static class Start { public static void Move(Settings settings) => settings!.Root = \"/\"; }", TestName = "not null")]
    [TestCase("static class Start { public static void Move(Settings? settings) { if (settings is { Limits: var limits }) limits.Items = 1; } }",
        TestName = "by a pattern")]
    [TestCase("static class Start { public static void Move(Settings settings) => Set(ref settings.Path); static void Set(ref string? path) { } }",
        TestName = "by reference")]
    [TestCase("static class Start { public static void Move(Settings settings) { ref var path = ref settings.Path; path = \"/\"; } }",
        TestName = "reference to a field")]
    [TestCase("sealed class Page(Settings settings) { public object Make() => new Holder(settings) { Settings = { Root = \"/\" } }; } "
        + "sealed class Holder(Settings settings) { public Settings Settings => settings; }", TestName = "initializer of an object that was there")]
    [TestCase("static class Start { public static Action<Settings> Move => settings => settings.Root = \"/\"; }", TestName = "callback")]
    [TestCase("sealed class Page { public Page(Settings settings) => settings.Root = \"/\"; }", TestName = "another's constructor")]
    [TestCase("sealed class Page { public string Name { set => _settings.Root = value; } readonly Settings _settings = new(); }",
        TestName = "another's setter")]
    [TestCase("static class Extensions { public static Settings With(this Settings settings, string root) { settings.Site = root; return settings; } }",
        TestName = "fluent setter")]
    public async Task Record_OfAClientWhoseSettingsSomebodyWrites_SaysNothing(string more)
    {
        string[] lines = await RecordAsync(more);

        Assert.That(lines, Has.None.Contains(Load), string.Join('\n', lines));
    }

    /// <summary>The class writes itself, or keeps what others can write.</summary>
    [TestCase("public void Move() => Root = \"/\";", TestName = "method")]
    [TestCase("public string Lazy => _lazy ??= Root; private string? _lazy;", TestName = "getter that remembers")]
    [TestCase("public int Count { get => _count++; set => _count = value; } private int _count;", TestName = "getter that counts")]
    [TestCase("public Settings(Action<Action> on) => on(() => Root = \"/\");", TestName = "callback of the constructor")]
    [TestCase("public Settings(Settings other) => other.Root = Root;", TestName = "constructor that writes another object")]
    [TestCase("public Settings(Settings? other) => other?.Root = Root;", TestName = "constructor that may write another object")]
    [TestCase("public List<string> Hosts { get; set; } = [];", TestName = "list")]
    [TestCase("public string[] Hosts { get; set; } = [];", TestName = "array")]
    [TestCase("public Size Size; public struct Size { public int Width; public void Grow() => Width++; }", TestName = "structure")]
    [TestCase("public event Action? Changed;", TestName = "event")]
    public async Task Record_OfAClientWhoseSettingsChangeThemselves_SaysNothing(string member)
    {
        using var solution = new CodeSolution()
            .With("Shop.Contracts", Contracts.Replace("public string? Path;", "public string? Path; " + member, StringComparison.Ordinal))
            .With("Shop.Web", Web);

        Assert.That(await solution.RecordAsync(), Has.None.Contains(Load));
    }

    [Test]
    public async Task Record_WhereADerivedClassWritesItself_SaysNothing()
    {
        string[] lines = await RecordAsync("public sealed class Moving : Settings { public int Moves { get; set; } public void Move() => Moves++; }");

        // The class behind the parameter is public, and another project derives from it.
        Assert.That(lines, Has.None.EqualTo("settled T:Shop.Moving"));
    }

    [Test]
    public async Task Record_WhereOnlyATestWrites_LooksAwayFromIt()
    {
        using var solution = new CodeSolution().With("Shop.Contracts", Contracts).With("Shop.Web", Web)
            .With("Shop.Web.Tests", "namespace Shop;\nstatic class Start { public static void Move(Settings settings) => settings.Root = \"/\"; }");

        Assert.That(await solution.RecordAsync(), Has.Some.StartsWith("reads " + Load));
    }

    [Test]
    public async Task Explain_OfAMethod_NamesWhatIsInTheWay()
    {
        using var solution = new CodeSolution().With("Shop.Contracts", Contracts).With("Shop.Web", Web)
            .With("Shop.App", "namespace Shop;\nstatic class Start { public static void Move(Settings settings) => settings.Root = \"/\"; }")
            .With("Shop.Files", """
                namespace Shop;
                public sealed class FileRates : IRates { public Task<string> LoadAsync(string code) => System.IO.File.ReadAllTextAsync("rates"); }
                """);

        Assert.That(await solution.ExplainAsync("IRates.Load"), Is.EqualTo(new[]
        {
            $"{Load}: not recorded",
            "  FileRates.LoadAsync: changes nothing",
            "  WebRates.LoadAsync: a 'Settings' may keep state",
        }));
        Assert.That(await solution.ExplainAsync("Shop.Settings.Root"), Is.Empty.Or.None.StartsWith("T:"));
        Assert.That(await solution.ExplainAsync("T:Shop.Settings"), Is.EqualTo(new[] { "T:Shop.Settings: 'Settings.Root' is written in 'Move'" }));
    }

    private static async Task<string[]> RecordAsync(string more)
    {
        using var solution = new CodeSolution().With("Shop.Contracts", Contracts).With("Shop.Web", Web).With("Shop.App", "namespace Shop;\n" + more);
        return await solution.RecordAsync();
    }
}
