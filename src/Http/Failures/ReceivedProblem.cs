using System.Text;
using System.Text.Json;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.Http.Failures;

/// <summary>
/// The body of an answer that is no success: problem details from Pipeline.AspNetCore, an object with <c>error</c> from BentoML.
/// </summary>
/// <param name="Status">The status in the body, if there is one.</param>
/// <param name="Message">What a person reads.</param>
/// <param name="MayHaveRun">Whether the call may have run, if the other side says so.</param>
/// <param name="Failure">The failure as it was, if the other side tells it.</param>
internal sealed record ReceivedProblem(int? Status, string? Message, bool? MayHaveRun, RemoteFailure? Failure)
{
    public static ReceivedProblem Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement switch
            {
                { ValueKind: JsonValueKind.Object } problem => Of(problem),

                // BentoML wraps some of its errors in a list.
                { ValueKind: JsonValueKind.Array } list
                    when list.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } problem => Of(problem),
                _ => None,
            };
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static ReceivedProblem None { get; } = new(null, null, null, null);

    private static ReceivedProblem Of(JsonElement problem) => new(
        problem.TryGetProperty("status", out var status) && status.ValueKind is JsonValueKind.Number && status.TryGetInt32(out int number)
            ? number
            : null,
        MessageOf(problem),
        problem.TryGetProperty(WebNames.MayHaveRun, out var ran) && ran.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? ran.GetBoolean()
            : null,
        problem.TryGetProperty(WebNames.Failure, out var failure) ? FailureJson.TryRead(failure) : null);

    private static string? MessageOf(JsonElement problem)
    {
        if (!problem.TryGetProperty("error", out var error) || error.ValueKind is not JsonValueKind.String)
            return null;

        // Which arguments were wrong: "errors" from the edge, "detail" from BentoML.
        var text = new StringBuilder(error.GetString());
        foreach (string member in (ReadOnlySpan<string>)["errors", "detail"])
        {
            if (problem.TryGetProperty(member, out var more) && more.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                text.Append(' ').Append(more.GetRawText());
        }

        return text.ToString();
    }
}
