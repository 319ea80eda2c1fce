using Digits.Report;
using Pipeline.Traces;
using Spectre.Console;

namespace Pipeline.Samples.Tests.Digits;

public sealed class RequestTreeTests
{
    [Test]
    public void Tree_ShowsThePathAndTheSlack()
    {
        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 120;
        var root = Call("Ensemble", 0, 10, Call("KernelModel", 1, 9), Call("PerceptronModel", 1, 4));
        new RequestTree(console).Write("parallel", new RequestTrace("", default, root));

        Assert.That(text.ToString(), Does.Contain("Ensemble/Run 10.0 ms, on the path 2.0 ms"));
        Assert.That(text.ToString(), Does.Contain("···━━━━━━━━━━━━━━━━━━━━━━━━··· KernelModel/Run 8.0 ms, on the path 8.0 ms"));
        Assert.That(text.ToString(), Does.Contain("···━━━━━━━━━·················· PerceptronModel/Run 3.0 ms, slack 5.0 ms"));
        Assert.That(text.ToString(), Does.Contain("10.0 ms for 13.0 ms of work: 1.30 at a time"));
    }

    private static TracedCall Call(string service, int start, int end, params TracedCall[] calls) => new()
    {
        Service = service,
        Api = "Run",
        SpanId = "",
        Start = TimeSpan.FromMilliseconds(start),
        Duration = TimeSpan.FromMilliseconds(end - start),
        Calls = calls,
    };
}
