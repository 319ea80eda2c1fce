using System.Drawing;
using System.Text.RegularExpressions;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Interactions;
using OpenQA.Selenium.Support.UI;

namespace Pipeline.Samples.Tests.Web;

/// <summary>A person at the page: draws, looks, clears.</summary>
public sealed partial class BrowserTests
{
    // A seven, in hundredths of the pad.
    private static readonly Point[] Seven = [new(30, 12), new(50, 12), new(72, 12), new(60, 45), new(48, 88)];

    private ChromeDriver _driver = null!;

    [OneTimeSetUp]
    public void Open() => _driver = Chromium.Start();

    [OneTimeTearDown]
    public void Close() => _driver?.Dispose();

    [SetUp]
    public void Load()
    {
        _driver.Navigate().GoToUrl(WebProcess.Address);
        Complaints(); // those of the test before
    }

    [Test]
    public void Page_SevenDrawn_ShowsEachModelsAnswerAndTheTimeLine()
    {
        Draw(Seven);
        Until(() => Status == "done");

        Screenshot("digit-drawn");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text("digit"), Is.EqualTo("7"));
            Assert.That(
                Rows("#opinions td:first-child"),
                Is.EquivalentTo(new[] { "KernelModel", "PerceptronModel", "PrototypeModel", "GradientModel", "ProfileModel" }));
            Assert.That(Rows("#opinions .digit"), Is.All.EqualTo("7"));
            Assert.That(
                Rows(".call span:first-child"),
                Has.Length.EqualTo(8).And.Contains("Draftsman.Draw").And.Contains("GradientFeatures.Extract").And.Contains("ProfileModel.Predict"));
            Assert.That(Rows(".call.failed"), Is.Empty);
            Assert.That(Text("times"), Does.Contain("ms in all"));
            Assert.That(Complaints(), Is.Empty);
        }
    }

    [Test]
    public void Page_NotStreaming_ShowsTheSameAtOnce()
    {
        _driver.FindElement(By.Id("stream")).Click();
        Draw(Seven);
        Until(() => Status == "done");

        Assert.That(Text("digit"), Is.EqualTo("7"));
        Assert.That(Rows("#opinions .digit"), Has.Length.EqualTo(5));
    }

    [Test]
    public void Page_Cleared_ShowsNothing()
    {
        Draw(Seven);
        Until(() => Status == "done");
        _driver.FindElement(By.Id("clear")).Click();

        Assert.That(Text("digit"), Is.EqualTo("–"));
        Assert.That(Rows("#opinions tr"), Is.Empty);
    }

    [Test]
    public void Page_RefusedDrawing_ShowsTheProblem()
    {
        // More strokes than the API takes: the pad is asked for them as a hand would, one after another.
        _driver.ExecuteScript("""
            const pad = document.getElementById("pad");
            const box = pad.getBoundingClientRect();
            pad.setPointerCapture = () => {};
            for (let stroke = 0; stroke < 51; stroke++)
              for (const kind of ["pointerdown", "pointerup"])
                pad.dispatchEvent(new PointerEvent(kind, { pointerId: 1, clientX: box.x + 5 * stroke, clientY: box.y + 9 }));
            """);
        Until(() => Status.StartsWith("400", StringComparison.Ordinal));

        Assert.That(Status, Does.Contain("strokes: ").And.Contain("50"));
    }

    [Test]
    public void ReferencePage_InDevelopment_OffersTheApisToTry()
    {
        _driver.Navigate().GoToUrl(new Uri(WebProcess.Address, "scalar"));
        Until(() => PageText.Contains("Reads a drawing. A model that fails or is too late is left out.", StringComparison.Ordinal));

        Screenshot("reference");
        Assert.That(PageText, Does.Contain("/read").And.Contain("/watch"));
    }

    [Test]
    public void Dashboard_AfterADrawing_ShowsTheRequestItsPathAndWhatIf()
    {
        Draw(Seven);
        Until(() => Status == "done");
        _driver.Navigate().GoToUrl(new Uri(WebProcess.Address, "pipeline"));
        Until(() => Live("#requests .name").Contains("DigitReader/Watch"));
        _driver.ExecuteScript(
            "[...document.querySelectorAll('#requests button')].find(one => one.textContent.includes('DigitReader/Watch')).click()");
        Until(() => Text("summary").StartsWith("DigitReader/Watch took", StringComparison.Ordinal));
        Until(() => Text("answer").StartsWith("Median", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Live("#rows .name"), Does.Contain("Draftsman/Draw").And.Contain("KernelModel/Predict"));
            Assert.That(_driver.FindElements(By.CssSelector("#rows .path")), Is.Not.Empty);
            Assert.That(Live("#graph text"), Does.Contain("DigitReader").And.Contain("KernelModel"));
            Assert.That(Live("#callees td:first-child"), Does.Contain("KernelModel/Predict"));
            Assert.That(Live("#scale i"), Has.Length.EqualTo(5));
        }

        Screenshot("dashboard");
        _driver.FindElement(By.Id("callee")).SendKeys("Draftsman/Draw");
        _driver.FindElement(By.Id("factor")).SendKeys(Keys.ArrowRight);
        Until(() => Text("factor-text") == "2.5");
        var loaded = (IReadOnlyCollection<object>)_driver.ExecuteScript(
            "return performance.getEntriesByType('resource').map(one => one.name)")!;
        Assert.That(loaded, Is.All.StartsWith(WebProcess.Address.ToString()));
        Assert.That(Complaints(), Is.Empty);
    }

    [Test]
    public void Dashboard_TwoCallsChosenToRunTogether_AnswersAnew()
    {
        Draw(Seven);
        Until(() => Status == "done");
        _driver.Navigate().GoToUrl(new Uri(WebProcess.Address, "pipeline"));
        Until(() => Live("#api option").Contains("DigitReader/Watch"));
        Choose("#api option[value='DigitReader/Watch']");
        _driver.FindElement(By.Id("factor")).SendKeys(Keys.Home);
        Until(() => Text("factor-text") == "1" && Medians() is ({ Length: > 0 } before, var after) && before == after);

        // The pair that every request has: others depend on how long each model took.
        Choose("#pair option[value*='Draftsman/Draw\",\"KernelModel']");
        Until(() => Medians() is var (before, after) && before != after);

        Choose("#pair option:first-child");
        Until(() => Medians() is var (before, after) && before == after);
        Assert.That(Complaints(), Is.Empty);
    }

    private string Status => Text("status");

    private string PageText => _driver.FindElement(By.TagName("body")).Text;

    private string Text(string id) => _driver.FindElement(By.Id(id)).Text;

    private string[] Rows(string selector) => [.. _driver.FindElements(By.CssSelector(selector)).Select(element => element.Text)];

    // All at once: a live page may replace an element between two questions.
    private string[] Live(string selector) =>
        [.. ((IEnumerable<object>)_driver.ExecuteScript(
            "return [...document.querySelectorAll(arguments[0])].map(one => one.textContent)", selector)!).Cast<string>()];

    private void Choose(string option) => _driver.FindElement(By.CssSelector(option)).Click();

    /// <summary>The medians that the page shows: as it was, and as it would be.</summary>
    private (string Before, string After) Medians()
    {
        var medians = Median().Match(Live("#answer").Single());
        return (medians.Groups[1].Value, medians.Groups[2].Value);
    }

    private string[] Complaints() =>
        [.. _driver.Manage().Logs.GetLog(LogType.Browser).Where(entry => entry.Level >= OpenQA.Selenium.LogLevel.Warning).Select(entry => entry.Message)];

    private void Until(Func<bool> isSo) => new WebDriverWait(_driver, TimeSpan.FromMinutes(2)).Until(_ => isSo());

    private void Draw(Point[] points)
    {
        var pad = _driver.FindElement(By.Id("pad"));
        Point[] offsets = Array.ConvertAll(
            points, point => new Point((point.X - 50) * pad.Size.Width / 100, (point.Y - 50) * pad.Size.Height / 100));
        var hand = new Actions(_driver).MoveToElement(pad, offsets[0].X, offsets[0].Y).ClickAndHold();
        foreach (var offset in offsets[1..])
            hand = hand.MoveToElement(pad, offset.X, offset.Y);
        hand.Release().Perform();
    }

    private void Screenshot(string name)
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{name}.png");
        _driver.GetScreenshot().SaveAsFile(path);
        TestContext.AddTestAttachment(path);
    }

    [GeneratedRegex("Median (.+?) → (.+?),")]
    private static partial Regex Median();
}
