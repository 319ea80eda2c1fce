using System.Text.Json;

namespace Pipeline.Samples.Tests.Digits;

/// <summary>The demonstrations as one JSON document.</summary>
public sealed class ProductionJsonTests
{
    [Test]
    public async Task Json_OneDemonstration_HasThatOneOnly()
    {
        SampleProcess process = await SampleProcess.RunAsync("Digits", "--limits", "--json");
        JsonElement document = JsonDocument.Parse(process.Output).RootElement;
        JsonElement limits = document.GetProperty("limits");

        Assert.That(process.ExitCode, Is.Zero);
        Assert.That(document.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[] { "limits" }));
        Assert.That(
            new[] { "calls", "mostRunning", "waited", "refused", "answered", "asAlone" }.Select(name => limits.GetProperty(name).GetInt32()),
            Is.EqualTo(new[] { 12, 1, 4, 7, 5, 5 }));
    }
}
