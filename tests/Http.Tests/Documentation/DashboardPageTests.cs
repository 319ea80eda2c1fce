using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;

namespace Pipeline.Http.Tests.Documentation;

public sealed partial class DashboardPageTests
{
    [Test]
    public void Code_OfThePage_IsThatOfTheseTests() => Assert.That(
        Read("DashboardPage.cs").Replace("\n        ", "\n", StringComparison.Ordinal),
        Does.Contain(CSharp().Match(Read("dashboard.md")).Groups[1].Value));

    [Test]
    public async Task Code_OfThePage_Serves()
    {
        await using var app = DashboardPage.Create(WebApplication.CreateBuilder());

        Assert.That(app, Is.Not.Null);
    }

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documentation", file)).ReplaceLineEndings("\n");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
