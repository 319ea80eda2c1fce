using System.Globalization;

namespace Pipeline.Transports;

/// <summary>The runtime's own exceptions, which are more than a message: taken apart, and made again from the parts.</summary>
internal static class OwnExceptions
{
    private const int PartsOfTime = 3;

    /// <summary>What the exception is made from; nothing for any other.</summary>
    public static IReadOnlyList<string> Details(Exception exception) => exception switch
    {
        ServiceOverloadedException overloaded => [overloaded.Service, Text(overloaded.Running), Text(overloaded.Waiting)],
        ServiceUnavailableException unavailable =>
        [
            unavailable.Service, unavailable.RetryAfter is { } time ? Text(time.Ticks) : "",
        ],
        ServiceTimeoutException timeout =>
        [
            timeout.Path, timeout.Call, Text(timeout.Budget.Ticks),
            .. timeout.Spent.SelectMany(static time => new[] { time.Call, Text(time.Time.Ticks), time.IsRunning ? "1" : "0" }),
        ],
        _ => [],
    };

    /// <summary>The exception; null if it is none of these, or its details are not what they should be.</summary>
    public static Exception? TryCreate(Type type, string message, IReadOnlyList<string> details, Exception? cause)
    {
        if (type == typeof(ServiceOverloadedException) && details is [var service, var running, var waiting]
            && Number(running) is { } runs && Number(waiting) is { } waits)
            return new ServiceOverloadedException(service, (int)runs, (int)waits);

        if (type == typeof(ServiceUnavailableException) && details is [var unavailable, var after])
            return new ServiceUnavailableException(unavailable, message, Number(after) is { } time ? TimeSpan.FromTicks(time) : null, cause);

        return type == typeof(ServiceTimeoutException) && details is [var path, var call, var budget, ..] && Number(budget) is { } ticks
            ? new ServiceTimeoutException(
                path, call, TimeSpan.FromTicks(ticks), [.. details.Skip(PartsOfTime).Chunk(PartsOfTime).Select(Time)], cause)
            : null;
    }

    private static CallTime Time(string[] parts) =>
        new(parts[0], TimeSpan.FromTicks(Number(parts.ElementAtOrDefault(1)) ?? 0), parts.ElementAtOrDefault(2) == "1");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
}
