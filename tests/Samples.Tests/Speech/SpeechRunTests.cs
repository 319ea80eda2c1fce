using System.Runtime.CompilerServices;
using Speech;
using Speech.Audio;

namespace Pipeline.Samples.Tests.Speech;

public sealed class SpeechRunTests
{
    [Test]
    [CancelAfter(30_000)]
    public async Task Run_TwoRecordings_HearsBothAtOnce(CancellationToken cancellationToken)
    {
        Assume.That(Environment.ProcessorCount, Is.GreaterThan(1));
        var finder = new MeetingFinder(2);

        bool usable = await new SpeechRun(finder, TextWriter.Null, TextWriter.Null).RunAsync(["a.wav", "b.wav"], cancellationToken);

        Assert.That(usable, Is.True);
        Assert.That(finder.Arrived, Is.EqualTo(2));
    }

    [Test]
    public async Task Run_OneRecordingCannotBeUsed_StillHearsTheOther()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        bool usable = await new SpeechRun(new MeetingFinder(1), output, errors).RunAsync(["good.wav", "bad.wav"], default);

        Assert.That(usable, Is.False);
        Assert.That(output.ToString(), Does.Contain("good.wav     1.00 s to    2.00 s").And.Contain("heard 1 of 2 recordings"));
        Assert.That(errors.ToString(), Does.Contain("error: bad.wav: sounds bad").And.Contain("2 of 2 recordings done"));
    }

    /// <summary>Finds one segment in each recording, once enough callers have come.</summary>
    private sealed class MeetingFinder : SpeechFinder.Proxy
    {
        private readonly View _view;

        public MeetingFinder(int callers)
            : this(new View(callers))
        {
        }

        private MeetingFinder(View view)
            : base(view) => _view = view;

        public int Arrived => _view.Arrived;

        public override IEnumerable<SpeechSegment> Find(string path, CancellationToken cancellationToken) => throw new NotSupportedException();

        private sealed class View(int callers) : Async
        {
            private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);
            private int _arrived;

            public int Arrived => _arrived;

            public override async IAsyncEnumerable<SpeechSegment> Find(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
            {
                if (path == "bad.wav")
                    throw new AudioException(path, "sounds bad");
                if (Interlocked.Increment(ref _arrived) == callers)
                    _met.SetResult();
                await _met.Task.WaitAsync(cancellationToken);
                yield return new SpeechSegment(1, 2);
            }
        }
    }
}
