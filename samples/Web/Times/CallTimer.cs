using Pipeline;

namespace DigitsWeb.Times;

/// <summary>Writes the time of every call on the time line of the request it belongs to, if there is one.</summary>
public sealed class CallTimer : ICallFilter
{
    /// <inheritdoc/>
    public async ValueTask InvokeAsync(CallFilterContext context, CallDelegate next)
    {
        TimeLine? line = TimeLine.Current;
        double start = line?.Now ?? 0;
        bool failed = true;
        try
        {
            await next(context);
            failed = false;
        }
        finally
        {
            line?.Add(new TimedCall(context.Service.Name, context.Api.Name, start, line.Now, failed));
        }
    }
}
