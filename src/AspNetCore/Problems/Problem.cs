using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.Problems;

/// <summary>What an answer says of a failure: RFC 9457's problem details, with <c>errors</c> as ASP.NET Core has it.</summary>
internal sealed record Problem(int Status, string Detail)
{
    public ArgumentProblems? Arguments { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the call may have run; null where the status says it.</summary>
    public bool? MayHaveRun { get; init; }

    /// <summary>The failure as it was, for a caller that may see it.</summary>
    public RemoteFailure? Failure { get; init; }

    public byte[] ToJson()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
            WriteTo(writer);
        return bytes.WrittenSpan.ToArray();
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "about:blank");
        writer.WriteString("title", ReasonPhrases.GetReasonPhrase(Status));
        writer.WriteNumber("status", Status);
        writer.WriteString("detail", Detail);

        // BentoML's clients look here.
        writer.WriteString("error", Detail);
        if (Arguments is { } arguments)
            WriteArguments(writer, arguments);
        if (MayHaveRun is { } mayHaveRun)
            writer.WriteBoolean(WebNames.MayHaveRun, mayHaveRun);
        if (Failure is { } failure)
        {
            writer.WritePropertyName(WebNames.Failure);
            FailureJson.Write(writer, failure);
        }

        writer.WriteEndObject();
    }

    private static void WriteArguments(Utf8JsonWriter writer, ArgumentProblems arguments)
    {
        writer.WriteStartObject("errors");
        foreach (var (argument, problems) in arguments.All)
        {
            writer.WriteStartArray(argument);
            foreach (string problem in problems)
                writer.WriteStringValue(problem);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
