using NUnit.Framework.Interfaces;

namespace Pipeline.Conformance.Tests.Http;

/// <summary>Skips the cases that a request and its answer cannot carry, each with the reason that docs/http.md gives.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotOverHttpAttribute : Attribute, ITestAction
{
    private const string NotWellFormed =
        "Half a surrogate pair has no form in UTF-8: it is an error where the value is, and never replaced.";

    private const string CanceledBefore = "A call whose token is canceled before it starts is not sent.";

    private const string NotWaitedFor =
        "A cancellation breaks the connection, and the caller does not wait for what the service makes of it.";

    private const string LeftBehind = "Leaving a stream breaks the connection, and its reader does not wait for the service's clean-up.";

    private const string NoStreams = "A stream is no argument of a request: refused when the pipeline starts.";

    /// <summary>The cases by the beginning of their names, and why each is skipped.</summary>
    public static IReadOnlyDictionary<string, string> Cases { get; } = new Dictionary<string, string>
    {
        ["HttpValues.Text_OfAnyKind_ArrivesUnchanged(15)"] = NotWellFormed,
        ["HttpValues.Text_OfAnyKind_ArrivesUnchanged(16)"] = NotWellFormed,
        ["HttpValues.Text_OfAnyKind_ArrivesUnchanged(17)"] = NotWellFormed,
        ["HttpValues.Text_OfAnyKind_ArrivesUnchanged(18)"] = NotWellFormed,
        ["HttpValues.Character_OfAnyKind_ArrivesUnchanged('\uD800')"] = NotWellFormed,
        ["HttpValues.Character_OfAnyKind_ArrivesUnchanged('\uDFFF')"] = NotWellFormed,
        ["HttpValues.Collections_WithNullsInside_KeepThem"] = NotWellFormed,
        ["HttpStreams.Items_NullOrOdd_AreItems"] = NotWellFormed,
        ["HttpSignatures.TokenInTheMiddle_CanceledBefore_IsCanceledThere"] = CanceledBefore,
        ["HttpCancellation.Before_AnAsyncApiThatIgnoresItsToken_Answers"] = CanceledBefore,
        ["HttpCancellation.During_AnApiThatHeedsItsToken_IsToldAndEnds"] = NotWaitedFor,
        ["HttpCancellation.During_AnAsyncApiThatIgnoresItsToken_AnswersWhenItEnds"] = NotWaitedFor,
        ["HttpCancellation.During_OnTheSyncViewOfAnApiThatIgnoresIt_WaitsForItsEnd"] = NotWaitedFor,
        ["HttpStreams.Cancellation_OnTheSyncViewOfAStreamThatIgnoresIt_IsUpToTheService"] = NotWaitedFor,
        ["HttpStreams.Stream_LeftHalfWay_HasRunItsFinally"] = LeftBehind,
        ["HttpPressure.ArgumentFromTheOnlySlot_EndsAllTheSame"] = NoStreams,
        ["HttpAttempts.StreamThatIsAnArgument_IsNotReadByTwoAttempts"] = NoStreams,
        ["HttpIsolation.Stream_IsTheCallersOwnOnlyWhereItIsShared"] = NoStreams,
    };

    /// <inheritdoc/>
    public ActionTargets Targets => ActionTargets.Test;

    /// <inheritdoc/>
    public void BeforeTest(ITest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        string name = $"{test.Fixture?.GetType().Name}.{test.Name}";
        if (Cases.FirstOrDefault(entry => name.StartsWith(entry.Key, StringComparison.Ordinal)).Value is { } reason)
            Assert.Ignore(reason);
    }

    /// <inheritdoc/>
    public void AfterTest(ITest test)
    {
    }
}
