using System.Diagnostics;

namespace Pipeline.Calls;

/// <summary>How a span of ours ends.</summary>
internal static class SpanEnd
{
    /// <summary>
    /// Ends a span on whatever thread knows of its end first: the current span of that thread, which may be another, stays what it is.
    /// </summary>
    /// <param name="span">The span.</param>
    /// <param name="elapsed">The time since it began, by the clock of the pipeline.</param>
    /// <param name="failure">What the caller sees, or null.</param>
    /// <param name="isError">Whether a failure is one of the call; that of an attempt which another has overtaken is not.</param>
    public static void Stop(Activity span, TimeSpan elapsed, Exception? failure, bool isError = true)
    {
        var current = Activity.Current;
        if (failure is not null)
            span.SetTag("error.type", ApiTelemetry.ErrorType(failure));
        if (failure is not null && isError)
            span.SetStatus(ActivityStatusCode.Error, ExceptionText.Message(failure));

        span.SetEndTime(span.StartTimeUtc + elapsed);
        span.Stop();
        Activity.Current = current == span ? span.Parent : current;
    }
}
