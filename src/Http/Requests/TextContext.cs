using System.Text.Json.Serialization;

namespace Pipeline.Http.Requests;

/// <summary>The metadata of a string, for text that travels without quotes.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class TextContext : JsonSerializerContext;
