using Pipeline.Traces;

namespace Pipeline.Runtime.Tests.Traces;

/// <summary>Random requests in virtual time: what is computed from their spans against what they really waited for.</summary>
public sealed class CriticalPathOracleTests
{
    private const int Requests = 10_000;

    [Test]
    public void Path_IsWhatTheRequestWaitedFor()
    {
        for (var seed = 0; seed < Requests; seed++)
        {
            var request = RandomRequest.Create(seed, isPlain: seed % 4 == 0);
            var path = CriticalPath.Of(request.Root);

            // The constraints of NUnit take longer than all else here.
            if (!path.Segments.SequenceEqual(request.Path))
                Assert.That(path.Segments, Is.EqualTo(request.Path), $"request {seed}");
            if (path.Segments.Sum(static segment => segment.Duration.Ticks) != request.Root.Duration.Ticks)
                Assert.Fail($"The parts of request {seed} are not its whole.");
        }
    }

    [Test]
    public void Chain_IsNoLongerThanTheRequest_AndWorkNoShorterThanTheChain()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var path = CriticalPath.Of(RandomRequest.Create(seed, isPlain: seed % 2 == 0).Root);

            Assert.That(path.Chain, Is.LessThanOrEqualTo(path.Duration), $"request {seed}");
            Assert.That(path.Work, Is.GreaterThanOrEqualTo(path.Chain), $"request {seed}");
        }
    }

    [Test]
    public void Slack_IsZeroOnThePath_AndAsMuchAsACallCanGrow()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var root = RandomRequest.Create(seed).Root;
            var path = CriticalPath.Of(root);
            Assert.That(
                path.Segments.Select(segment => path.SlackOf(segment.Call)).Distinct(), Is.EqualTo(new TimeSpan?[] { TimeSpan.Zero }));

            var call = root.DescendantsAndSelf().Skip(1).Where(call => path.SlackOf(call) is not null).Skip(seed % 7).FirstOrDefault();
            if (call is null)
                continue;

            var slack = path.SlackOf(call)!.Value;
            Assert.That(Longer(call, slack, root), Is.EqualTo(root.Duration), $"request {seed}");
            var more = TimeSpan.FromTicks(1);
            Assert.That(Longer(call, slack + more, root), Is.EqualTo(root.Duration + more), $"request {seed}");
        }
    }

    [Test]
    public void Replay_WithNothingChanged_IsTheRequest()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var root = RandomRequest.Create(seed, isPlain: seed % 2 == 0).Root;

            Assert.That(Replay.Of(root, new()), Is.EqualTo(root.Duration), $"request {seed}");
        }
    }

    private static TimeSpan Longer(TracedCall call, TimeSpan by, TracedCall root) =>
        new Replay(new(), new Dictionary<string, int>(), null) { Longer = one => one == call ? by : default }.Run([(default, root)])[0];
}
