using Pipeline.Traces;

namespace Pipeline.Runtime.Tests.Traces;

internal sealed partial class RandomRequest
{
    /// <summary>A second attempt begins after a while, and answers first; the first one is given up, soon or late.</summary>
    private void Hedge(Steps steps, string name, int depth)
    {
        var start = steps.Now;
        steps.AddOwn(Time(), isQueue: false);
        var begin = steps.Now;
        steps.Add(Call(name, steps.Now, depth + 1, attempt: 2));
        var end = _random.Next(3) switch
        {
            0 => steps.Now,
            1 => steps.Now + Time(),
            _ => begin + ((steps.Now - begin) / 2),
        };
        steps.AddBeside(Given(name, start, end, "hedge", attempt: 1));
    }

    /// <summary>Several calls of which the first answer is wanted: the others are canceled, and end a little later.</summary>
    private void FirstOfSeveral(Steps steps, int depth)
    {
        var start = steps.Now;
        steps.Add(Call("First", steps.Now, depth + 1, attempt: null));
        for (var count = _random.Next(1, 3); count > 0; count--)
        {
            var rest = Time();
            steps.AddBeside(Given("Loser", start, steps.Now + rest, "caller", attempt: null));
            steps.AddOwn(rest, isQueue: false);
        }
    }

    /// <summary>Items, each of which the consumer waits for and then does something with.</summary>
    private void Stream(Steps steps, int depth)
    {
        var (stream, start) = (new Steps(steps.Now), steps.Now);
        var consumer = new List<(TracedCall Call, List<PathSegment> Path)>();
        for (var item = _random.Next(1, 4); item > 0; item--)
        {
            stream.AddOwn(Time(), isQueue: false);
            if (_random.Next(3) == 0)
                stream.Add(Call("Producer", stream.Now, depth + 1, attempt: null));
            stream.AddOwn(Time(), isQueue: false);
            consumer.Add(Call("Consumer", stream.Now, depth + 1, attempt: null));
            stream.Pass(consumer[^1].Path);
        }

        stream.AddOwn(Time(), isQueue: false);
        var (call, path) = stream.End(static call => call("Stream", "", TimeSpan.Zero, null, null), isStream: true);
        steps.Add((call, path), consumer.Select(static one => one.Call));
    }

    private TracedCall Given(string name, TimeSpan start, TimeSpan end, string canceledBy, int? attempt) => new()
    {
        Service = name,
        Api = "Run",
        SpanId = $"{_calls++}",
        Start = start,
        Duration = end - start,
        Attempt = attempt,
        CanceledBy = canceledBy,
    };
}
