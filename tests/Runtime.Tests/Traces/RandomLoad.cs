using Pipeline.Traces;

namespace Pipeline.Runtime.Tests.Traces;

/// <summary>
/// A random composition of services with slots, and requests that come at random times: real async methods, run in virtual time. The same
/// composition and the same work for the same number, whatever is changed.
/// </summary>
internal sealed class RandomLoad
{
    private readonly VirtualTime _time = new();
    private readonly Dictionary<string, VirtualSlots> _slots;
    private readonly LoadChange _change;
    private readonly Node _root;
    private readonly int _seed;

    private RandomLoad(int seed, LoadChange change)
    {
        (_seed, _change) = (seed, change);
        var random = new Random(seed);
        var nodes = 0;
        _root = Create("Front", depth: 0);
        Slots = Limits(_root, random);
        _slots = Slots.ToDictionary(
            static one => one.Key, one => new VirtualSlots(change.Slots.GetValueOrDefault(one.Key, one.Value), _time));

        Node Create(string service, int depth)
        {
            var steps = depth == 2 ? 0 : depth == 0 ? random.Next(2, 4) : random.Next(0, 3);
            var number = nodes++;
            return new(service, number, [.. Enumerable.Range(0, steps).Select(step => Step(depth, step))]);
        }

        // The first two steps of the first service are one call each, so that they can be made together.
        Node[] Step(int depth, int step) => depth == 0 && step < 2
            ? [Create($"Part{step}", 1)]
            : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Create($"Depth{depth + 1}{random.Next(3)}", depth + 1))];
    }

    /// <summary>How many slots each service with limits has.</summary>
    public IReadOnlyDictionary<string, int> Slots { get; }

    /// <summary>Runs the load of that number, and gives what was measured of each request.</summary>
    public static (IReadOnlyList<RequestTrace> Requests, IReadOnlyDictionary<string, int> Slots) Run(
        int seed, int requests, LoadChange? change = null)
    {
        var load = new RandomLoad(seed, change ?? new());
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(load._time);
        try
        {
            return (load.Run(requests), load.Slots);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private RequestTrace[] Run(int requests)
    {
        var traces = new RequestTrace[requests];
        var random = new Random(_seed);
        var begin = TimeSpan.Zero;
        for (var number = 0; number < requests; number++)
        {
            begin += TimeSpan.FromMilliseconds(-Math.Log(1 - random.NextDouble()) * 12);
            _ = RequestAsync(number, begin, traces);
        }

        _time.Run();
        return traces;
    }

    private static Dictionary<string, int> Limits(Node root, Random random)
    {
        // Two slots more than the work of a request keeps busy at that rate of requests: there are queues, and they end.
        var work = new Dictionary<string, double>();
        Count(root);
        return work.Where(_ => random.Next(3) > 0).ToDictionary(static one => one.Key, static one => (int)Math.Ceiling(one.Value / 12) + 1);

        double Count(Node node)
        {
            var held = 10 * (node.Steps.Count + 1) / 2.0;
            foreach (var step in node.Steps)
                held += step.Select(Count).ToArray().Max();
            if (node.Service != "Front")
                work[node.Service] = work.GetValueOrDefault(node.Service) + held;
            return held;
        }
    }

    private async Task RequestAsync(int number, TimeSpan begin, RequestTrace[] traces)
    {
        await _time.Delay(begin);
        var root = await CallAsync(_root, number, 1);
        traces[number] = new($"{number}", DateTimeOffset.UnixEpoch + begin, Shift(root, begin));
    }

    private async Task<TracedCall> CallAsync(Node node, int request, double scale)
    {
        var start = _time.Now;
        if (Draw(request, node.Number, 100) < _change.HitRates.GetValueOrDefault(node.Service))
            return Traced(node, start, TimeSpan.Zero, []);

        scale *= _change.Speeds.GetValueOrDefault(node.Service, 1);
        var slots = _slots.GetValueOrDefault(node.Service);
        if (slots is not null)
            await slots.EnterAsync();
        var (wait, calls) = (_time.Now - start, new List<TracedCall>());
        for (var step = 0; step < node.Steps.Count; step++)
        {
            await Work(step);
            IEnumerable<Node> together = node.Steps[step];
            if (step == 0 && node == _root && _change.AreFirstTwoTogether)
            {
                await Work(++step);
                together = together.Concat(node.Steps[step]);
            }

            calls.AddRange(await Task.WhenAll(together.Select(inner => CallAsync(inner, request, scale))));
        }

        await Work(node.Steps.Count);
        slots?.Leave();
        return Traced(node, start, wait, calls);

        Task Work(int step) => _time.Delay(TimeSpan.FromMilliseconds(10 * Draw(request, node.Number, step) / scale));
    }

    private TracedCall Traced(Node node, TimeSpan start, TimeSpan wait, IEnumerable<TracedCall> calls) => new()
    {
        Service = node.Service,
        Api = "Run",
        SpanId = $"{node.Number}",
        Start = start,
        Duration = _time.Now - start,
        QueueWait = wait,
        Calls = [.. calls.OrderBy(static call => call.Start)],
    };

    private static TracedCall Shift(TracedCall call, TimeSpan by) => new()
    {
        Service = call.Service,
        Api = call.Api,
        SpanId = call.SpanId,
        Start = call.Start - by,
        Duration = call.Duration,
        QueueWait = call.QueueWait,
        Calls = [.. call.Calls.Select(inner => Shift(inner, by))],
    };

    // The same in every process, unlike a hash code.
    private double Draw(int request, int node, int part) =>
        new Random(unchecked((((((_seed * 1_000_003) + request) * 1_009) + node) * 131) + part)).NextDouble();

    private sealed record Node(string Service, int Number, IReadOnlyList<Node[]> Steps);
}

/// <summary>What is really changed.</summary>
internal sealed record LoadChange
{
    public IReadOnlyDictionary<string, double> Speeds { get; init; } = new Dictionary<string, double>();

    public IReadOnlyDictionary<string, int> Slots { get; init; } = new Dictionary<string, int>();

    public IReadOnlyDictionary<string, double> HitRates { get; init; } = new Dictionary<string, double>();

    public bool AreFirstTwoTogether { get; init; }
}
