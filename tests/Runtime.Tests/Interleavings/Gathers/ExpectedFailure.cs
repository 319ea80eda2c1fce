namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>A failure that a gather must report: the very exception, or a cancellation by the caller.</summary>
internal readonly record struct ExpectedFailure(Exception? Original, CancellationToken Caller)
{
    /// <summary>As the caller must see it: where the caller had canceled, a cancellation carries the caller's token.</summary>
    public static ExpectedFailure Of(Exception? failure, bool hadCallerCanceled, CancellationToken caller) =>
        new(failure is OperationCanceledException && hadCallerCanceled ? null : failure, caller);

    /// <inheritdoc cref="Of(Exception, bool, CancellationToken)"/>
    public static ExpectedFailure Of(ScriptedBranch branch, CancellationToken caller) =>
        Of(branch.Failure, branch.FailedWhen.ByCaller, caller);

    public bool Matches(Exception exception) =>
        Original is null
            ? exception is OperationCanceledException canceled && canceled.CancellationToken == Caller
            : exception == Original;

    public override string ToString() => Original is null ? "canceled by the caller" : $"{Original.GetType().Name} {Original.Message}";

    /// <summary>Checks how a gather that must fail has failed.</summary>
    public static void Check(Task gathered, IReadOnlyList<ExpectedFailure> expected)
    {
        var failures = Gather.FailuresOf(gathered);
        var isAsExpected = failures.Count == expected.Count && expected.Zip(failures).All(static pair => pair.First.Matches(pair.Second));
        var found = failures.Select(static failure => $"{failure.GetType().Name} {failure.Message}");
        Assert.That(isAsExpected, $"Failures: expected [{string.Join(", ", expected)}], but found [{string.Join(", ", found)}].");
        Assert.That(gathered.IsCanceled, Is.EqualTo(failures is [OperationCanceledException, ..]), "whether it is canceled");
    }
}
