using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace Pipeline.Samples.Tests.Web;

/// <summary>The live page with 1,000 services and a request of 10,000 calls: how much it does is counted, not timed.</summary>
public sealed class LargeDashboardTests
{
    private const int Services = 1_000;
    private const int Calls = 10_000;

    private ChromeDriver _driver = null!;
    private LargeDashboard _dashboard = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _driver = Chromium.Start();
        _dashboard = LargeDashboard.Start(Services, Calls);
        _driver.Navigate().GoToUrl(_dashboard.Address);
        Until(() => Script<string>("return document.getElementById('summary').textContent").Contains("took", StringComparison.Ordinal));
    }

    [OneTimeTearDown]
    public void Close()
    {
        _driver?.Dispose();
        _dashboard?.Dispose();
    }

    [Test]
    public void Page_HasEveryService_AndOnlyTheRowsInSight()
    {
        Assert.That(Count("#graph g"), Is.EqualTo(Services));
        Assert.That(Count("#rows .call"), Is.InRange(20, 80), "of 10,000");
        Assert.That(_driver.Manage().Logs.GetLog(LogType.Browser).Where(static entry => entry.Level >= OpenQA.Selenium.LogLevel.Warning), Is.Empty);
    }

    [Test]
    public void Scrolling_KeepsTheRowsInSight()
    {
        Script<object>("document.getElementById('waterfall').scrollTop = 24 * 9000");
        Until(() => Script<bool>("return [...document.querySelectorAll('#rows .call')].some(row => row.getAttribute('aria-rowindex') === '9001')"));

        Assert.That(Count("#rows .call"), Is.InRange(20, 80));
    }

    [Test]
    public void Message_TouchesWhatItTellsOf()
    {
        // Each message tells of ten services.
        long before = _dashboard.Messages;
        Script<object>("""
            window.touched = 0;
            new MutationObserver(changes => window.touched += changes.length)
              .observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
            """);
        Until(() => _dashboard.Messages >= before + 5);
        long messages = _dashboard.Messages - before + 1;

        Assert.That(Script<long>("return window.touched") / messages, Is.LessThan(300), "of more than 20,000 elements");
    }

    private int Count(string selector) => (int)Script<long>($"return document.querySelectorAll('{selector}').length");

    private T Script<T>(string script) => (T)((IJavaScriptExecutor)_driver).ExecuteScript(script)!;

    private void Until(Func<bool> isSo) => new WebDriverWait(_driver, TimeSpan.FromMinutes(2)).Until(_ => isSo());
}
