using Pipeline.Tool.Tracing;

namespace Pipeline.Tool.Tests.Tracing;

/// <summary>Random calls between processes whose clocks differ, against the same with one clock.</summary>
[TestFixture]
internal sealed class ClockSkewTests
{
    private const string Passes = "Passes on";

    [Test]
    public void Path_OfRequestsOverSeveralProcesses_IsThatOfOneClock()
    {
        for (int seed = 0; seed < 2_000; seed++)
        {
            var (truth, measured) = Spans(seed);
            var (right, path) = (Names(truth), Names([.. ClockSkew.Remove(measured, out _)]));

            // Where in its call an answer lies is not known, so lengths may differ by the way to and fro; whom the request waited for may
            // not.
            if (!path.SequenceEqual(right))
                Assert.That(path, Is.EqualTo(right), $"request {seed}");
        }
    }

    [Test]
    public void Times_OfClocksThatAgree_AreLeftAlone()
    {
        var (truth, _) = Spans(1);

        Assert.That(ClockSkew.Remove(truth, out int adjusted), Is.EqualTo(truth));
        Assert.That(adjusted, Is.Zero);
    }

    [Test]
    public void Answers_AreMovedIntoTheirCalls_WithAllThatTheyCall()
    {
        var (_, measured) = Spans(3);
        var aligned = ClockSkew.Remove(measured, out int adjusted);
        var byId = aligned.ToDictionary(static span => span.SpanId);

        Assert.That(adjusted, Is.GreaterThan(0));
        foreach (var span in aligned.Where(static span => span.ParentId != ""))
        {
            Assert.That(span.Start, Is.GreaterThanOrEqualTo(byId[span.ParentId].Start));
            Assert.That(span.End, Is.LessThanOrEqualTo(byId[span.ParentId].End));
        }
    }

    private static string[] Names(IReadOnlyList<ExportedSpan> spans) =>
        [
            .. ExportedTraces.Of(spans, null).Requests.Single().Path.Segments.Where(static segment => segment.Call.Api != Passes)
                .Select(static segment => segment.Call.SpanId),
        ];

    /// <summary>A request over processes, with one clock and with one for each.</summary>
    private static (IReadOnlyList<ExportedSpan> Truth, IReadOnlyList<ExportedSpan> Measured) Spans(int seed)
    {
        var random = new Random(seed);
        long[] offsets = [0, .. Enumerable.Range(0, 4).Select(_ => (long)random.Next(-3_000_000, 3_000_000))];
        var spans = new List<ExportedSpan>();
        Call("", process: 0, start: 1_000_000_000, depth: 0);
        return (spans, [.. spans.Select(span => span with { Start = span.Start + Offset(span), End = span.End + Offset(span) })]);

        long Offset(ExportedSpan span) => offsets[span.Process[0] - '0'];

        long Call(string parent, int process, long start, int depth)
        {
            // The way to another process is short against what it does there, as the same clock would see it.
            bool isRemote = depth > 0 && random.Next(2) == 0;
            string id = $"{spans.Count:x}";
            int place = spans.Count;
            spans.Add(null!);
            long time = start + 1 + random.Next(10, 1_000);
            if (isRemote)
            {
                time = Call(id, 1 + random.Next(4), time, depth: 3) + random.Next(10, 1_000);
            }
            else
            {
                for (int steps = depth > 2 ? 0 : random.Next(1, 4); steps > 0; steps--)
                {
                    long[] ends = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Call(id, process, time, depth + 1))];
                    time = ends.Max() + random.Next(10_000, 100_000);
                }

                time += random.Next(100_000, 1_000_000);
            }

            spans[place] = new()
            {
                TraceId = "1",
                SpanId = id,
                ParentId = parent,
                Name = isRemote ? Passes : "Works",
                Process = $"{process}",
                Program = "any",
                Start = start,
                End = time,
                IsServer = false,
                Failure = null,
                Attributes = new Dictionary<string, object?>(),
            };
            return time;
        }
    }
}
