using System.Text.Json;

namespace Pipeline.Http;

/// <summary>How JSON is written and read.</summary>
/// <param name="Arguments">For what is sent.</param>
/// <param name="Answers">For what comes back.</param>
internal sealed record WireJson(JsonSerializerOptions Arguments, JsonSerializerOptions Answers);
