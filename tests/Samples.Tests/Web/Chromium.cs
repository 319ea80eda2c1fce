using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Pipeline.Samples.Tests.Web;

/// <summary>Debian's browser, without a window.</summary>
internal static class Chromium
{
    private const string Browser = "/usr/bin/chromium";
    private const string Driver = "/usr/bin/chromedriver";

    /// <summary>Starts it; leaves the test out where it is not installed.</summary>
    public static ChromeDriver Start()
    {
        if (!File.Exists(Browser) || !File.Exists(Driver))
            Assert.Ignore($"{Browser} and {Driver} are needed: apt-get install chromium chromium-driver");

        var options = new ChromeOptions { BinaryLocation = Browser };
        options.AddArguments(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=1200,1000");
        options.SetLoggingPreference(LogType.Browser, OpenQA.Selenium.LogLevel.All);
        return new ChromeDriver(ChromeDriverService.CreateDefaultService(Driver), options, TimeSpan.FromMinutes(3));
    }
}
