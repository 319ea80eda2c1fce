namespace Pipeline.Remote.Web;

/// <summary>What the edge and its client call things on the wire.</summary>
internal static class WebNames
{
    /// <summary>The time that the caller gives a call: "1500" or "1500ms", "2s", "1m", "1h".</summary>
    public const string Timeout = "Pipeline-Timeout";

    /// <summary>The number of the attempt, from 1, where it is not the first.</summary>
    public const string Attempt = "Pipeline-Attempt";

    /// <summary>Names the call, the same in every attempt: a bare word, or a string in quotes as RFC 8941 has it.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>
    /// Asks /readyz for the services of that process alone, so that processes that require each other do not wait for one another.
    /// </summary>
    public const string OwnReadiness = "Pipeline-Readiness";

    /// <summary>The member of a problem that has the failure as it was.</summary>
    public const string Failure = "failure";

    /// <summary>The member of a problem that says whether the call may have run.</summary>
    public const string MayHaveRun = "mayHaveRun";

    /// <summary>The member of /schema.json that only this edge has: the version of what it speaks beyond BentoML's protocol.</summary>
    public const string Edge = "x-pipeline";

    public const string Json = "application/json";
    public const string Problem = "application/problem+json";
    public const string Lines = "application/x-ndjson";
    public const string Events = "text/event-stream";
    public const string Text = "text/plain";
    public const string Bytes = "application/octet-stream";
    public const string Form = "multipart/form-data";
    public const string Pickle = "application/vnd.bentoml+pickle";
}
