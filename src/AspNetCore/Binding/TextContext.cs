using System.Text.Json.Serialization;

namespace Pipeline.AspNetCore.Binding;

/// <summary>The metadata of a string, for text that has to be quoted.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class TextContext : JsonSerializerContext;
