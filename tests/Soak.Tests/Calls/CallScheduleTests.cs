namespace Pipeline.Soak.Calls;

/// <summary>
/// Limits, deadlines and cancellation in any order: a seed picks the events, and the next comes when the last has had all its effects.
/// </summary>
public sealed class CallScheduleTests
{
    private const int Events = 40;

    [Test]
    public async Task Calls_AnySchedule_EndAsSpecified()
    {
        var count = Settings.Schedules ?? 1000;
        var first = Settings.Seed ?? Environment.TickCount & 0x3FFFFFFF;
        await TestContext.Out.WriteLineAsync($"{count} schedules, seeds from {first}.");
        for (var seed = first; seed < first + count; seed++)
        {
            var random = new Random(seed);
            await using var trial = await CallTrial.StartAsync(CallSize.MakeUp(random));
            try
            {
                trial.Run(() => Run(trial, random));
            }
            catch (Exception exception)
            {
                throw new AssertionException(
                    $"Seed {seed}; for this one alone: PIPELINE_SEED={seed} PIPELINE_SCHEDULES=1.{Environment.NewLine}"
                    + $"{trial}{Environment.NewLine}{exception.Message}",
                    exception);
            }
        }
    }

    private static void Run(CallTrial trial, Random random)
    {
        for (var step = 0; step < Events; step++)
        {
            switch (random.Next(10))
            {
                case < 4:
                    trial.Come((HeldCallKind)random.Next(5));
                    break;
                case < 5 when trial.Unanswered.Where(static call => !call.HasGivenUp).ToList() is [_, ..] calls:
                    trial.GiveUp(calls[random.Next(calls.Count)]);
                    break;
                case < 7 when trial.Running.ToList() is [_, ..] calls:
                    trial.EndBody(calls[random.Next(calls.Count)]);
                    break;
            }

            trial.PassTime();
            trial.PassTime();
        }

        while (trial.Running.FirstOrDefault() is { } running)
            trial.EndBody(running);
        Assert.That(trial.Unanswered, Is.Empty);
    }
}
