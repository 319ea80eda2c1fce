using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Trace;
using Pipeline.Integration.Tests.Calls;
using Pipeline.Integration.Tests.Telemetry;

namespace Pipeline.Integration.Tests.Documentation;

/// <summary>What docs/telemetry.md lists is what there is.</summary>
public sealed partial class TelemetryPageTests
{
    private static readonly string Page = Read("telemetry.md");

    [Test]
    public void Code_OfThePage_IsThatOfTheseTests() =>
        Assert.That(
            Read("TelemetryPage.cs").Replace("\n        ", "\n", StringComparison.Ordinal),
            Does.Contain(CSharp().Match(Page).Groups[1].Value));

    [Test]
    public void Code_OfThePage_Listens()
    {
        var builder = Host.CreateApplicationBuilder();
        TelemetryPage.Listen(builder);
        using var host = builder.Build();

        Assert.That(host.Services.GetService<TracerProvider>(), Is.Not.Null);
    }

    [Test]
    public async Task Instruments_AreAllOnThePage_AndNoOthers()
    {
        var published = new HashSet<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == PipelineTelemetry.MeterName)
                    published.Add(instrument.Name);
            },
        };
        await using var app = await GatedApp.StartAsync();
        listener.Start();

        string metrics = Page[Page.IndexOf("## Metrics", StringComparison.Ordinal)..Page.IndexOf("## Between", StringComparison.Ordinal)];
        var listed = Instrument().Matches(metrics)
            .SelectMany(static row => Name().Matches(row.Groups[1].Value)).Select(static name => name.Value);
        Assert.That(listed, Is.EquivalentTo(published));
    }

    [Test]
    public async Task Attributes_OfSpans_AreAllOnThePage()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"), ("Gated:Timeout", "1s"));
        using var log = new SpanLog();
        var call = app.Gated.ToAsync.EnterBlindly(1);
        await app.Gates.Begun(1);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(() => call, Throws.TypeOf<ServiceTimeoutException>());
        app.Gates.Open(1);
        await app.Front.ToAsync.SumOfSquares(1);

        foreach (var attribute in log.Spans.SelectMany(static span => span.TagObjects).Select(static tag => tag.Key).Distinct())
            Assert.That(Page, Does.Contain($"`{attribute}`"));
    }

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documentation", file)).ReplaceLineEndings("\n");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"^\| ((?:`[a-z._]+`(?:, )?)+) \| [a-z-]+(?: counter)?, ", RegexOptions.Multiline)]
    private static partial Regex Instrument();

    [GeneratedRegex("[a-z]+[a-z._]+")]
    private static partial Regex Name();
}
