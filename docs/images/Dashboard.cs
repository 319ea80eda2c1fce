// Takes docs/images/dashboard.png: the live page of samples/Web after some drawings, as Chromium shows it; --dark for the dark one.
// Usage, from the repository's root, with chromium and chromium-driver installed and the sample running:
//   ASPNETCORE_URLS=http://localhost:5000 dotnet run --project samples/Web -c Release
//   dotnet run docs/images/Dashboard.cs -- [--dark] [file]
#:package Selenium.WebDriver
#:property PublishAot=false
#:property TreatWarningsAsErrors=false
using System.Net.Http.Json;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

var address = new Uri("http://localhost:5000");
var file = args.FirstOrDefault(static one => !one.StartsWith("--", StringComparison.Ordinal))
    ?? Path.Combine("docs", "images", "dashboard.png");
using var client = new HttpClient { BaseAddress = address };
double[][] seven = [[0.3, 0.12], [0.5, 0.12], [0.72, 0.12], [0.6, 0.45], [0.48, 0.88]];
var drawing = new { strokes = new[] { new { points = seven.Select(static point => new { x = point[0], y = point[1] }) } } };

var options = new ChromeOptions { BinaryLocation = "/usr/bin/chromium" };
options.AddArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-device-scale-factor=1.5", "--window-size=1280,1460");
using var service = ChromeDriverService.CreateDefaultService("/usr/bin");
using var driver = new ChromeDriver(service, options);
driver.ExecuteCdpCommand("Emulation.setEmulatedMedia", new()
{
    ["features"] = new[] { new { name = "prefers-color-scheme", value = args.Contains("--dark") ? "dark" : "light" } },
});
driver.Navigate().GoToUrl(new Uri(address, "pipeline"));
using var end = new CancellationTokenSource();
var drawings = Task.Run(async () =>
{
    while (!end.IsCancellationRequested)
        (await client.PostAsJsonAsync("read", drawing)).EnsureSuccessStatusCode();
});

// A message of the page each second has what they were.
await Task.Delay(4000);
driver.ExecuteScript("""
    document.getElementById("hold").click();
    document.querySelector("#requests button").click();
    const choose = (id, value) => { const select = document.getElementById(id); value(select); (select.onchange ?? select.oninput)(); };
    choose("api", select => select.value = "DigitReader/Read");
    choose("pair", select => select.selectedIndex = 1);
    """);
await Task.Delay(1500);
driver.GetScreenshot().SaveAsFile(file);
await end.CancelAsync();
await drawings;
