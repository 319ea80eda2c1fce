namespace Pipeline.Analyzers.Library;

/// <summary>Encodings, JSON, XML.</summary>
internal static class TextAndData
{
    private const string Docs = "https://learn.microsoft.com/dotnet/api/system.text.";

    public static readonly LibraryEntry[] Entries =
    [
        new("System.Text.Encoding System.Text.UTF8Encoding System.Text.UnicodeEncoding System.Text.ASCIIEncoding", Docs + "encoding")
        {
            Traits = LibraryTraits.Immutable | LibraryTraits.Plain,
            Pure =
                "GetBytes GetString GetChars GetByteCount GetCharCount GetMaxByteCount GetMaxCharCount GetPreamble GetEncoding " +
                "TryGetBytes TryGetChars Equals GetHashCode IsAlwaysNormalized",
        },
        new("System.Text.Json.JsonSerializer", Docs + "json.jsonserializer")
        {
            Pure =
                "Serialize Deserialize SerializeToUtf8Bytes SerializeToElement SerializeToDocument SerializeToNode " +
                "DeserializeAsync SerializeAsync",
            Fresh = "Serialize Deserialize SerializeToUtf8Bytes SerializeToDocument SerializeToNode DeserializeAsync",
        },
        new("System.Text.Json.JsonSerializerOptions System.Text.Json.JsonDocumentOptions System.Text.Json.JsonWriterOptions System.Text.Json.JsonReaderOptions", Docs + "json.jsonserializeroptions")
        {
            Traits = LibraryTraits.Plain | LibraryTraits.Settable | LibraryTraits.Concurrent,
            Fresh = "new",
        },
        new("System.Text.Json.JsonDocument", Docs + "json.jsondocument") { Traits = LibraryTraits.Plain, Pure = "RootElement",
            Moves = "Dispose", Fresh = "Parse ParseAsync ParseValue" },
        new("System.Text.Json.JsonElement System.Text.Json.JsonProperty System.Text.Json.JsonElement+ArrayEnumerator System.Text.Json.JsonElement+ObjectEnumerator", Docs + "json.jsonelement")
        {
            Traits = LibraryTraits.Immutable | LibraryTraits.Container | LibraryTraits.Plain,
            Pure = "*",
            Not = "WriteTo",
        },
        new("System.Text.Json.Utf8JsonReader", Docs + "json.utf8jsonreader") { Traits = LibraryTraits.OneAtATime | LibraryTraits.Plain,
            Moves = "*", Fresh = "new" },
        new("System.Text.Json.Utf8JsonWriter", Docs + "json.utf8jsonwriter") { Traits = LibraryTraits.OneAtATime | LibraryTraits.View,
            Changes = "*", Pure = "BytesCommitted BytesPending CurrentDepth" },
        new("System.Text.Json.Nodes.JsonNode System.Text.Json.Nodes.JsonObject System.Text.Json.Nodes.JsonArray System.Text.Json.Nodes.JsonValue", Docs + "json.nodes.jsonnode")
        {
            Traits = LibraryTraits.Container | LibraryTraits.Plain,
            Pure =
                "GetValue ToJsonString ToString ContainsKey TryGetPropertyValue AsArray AsObject AsValue DeepClone DeepEquals " +
                "GetEnumerator GetValueKind IndexOf Contains op_Implicit op_Explicit TryGetValue",
            Changes = "Add Remove RemoveAt Clear Insert set:Item ReplaceWith",
            Fresh = "Parse DeepClone Create new",
            Parts = "Item AsArray AsObject AsValue TryGetPropertyValue",
        },
        new("System.Xml.Linq.XElement System.Xml.Linq.XDocument System.Xml.Linq.XAttribute System.Xml.Linq.XContainer System.Xml.Linq.XNode System.Xml.Linq.XObject System.Xml.Linq.XName System.Xml.Linq.XNamespace", "https://learn.microsoft.com/dotnet/api/system.xml.linq.xelement")
        {
            Traits = LibraryTraits.Container | LibraryTraits.Plain,
            Pure =
                "Attribute Attributes Element Elements Descendants DescendantsAndSelf Ancestors Nodes ToString Get op_Implicit " +
                "op_Explicit op_Addition DeepEquals",
            Changes =
                "Add AddFirst AddAfterSelf AddBeforeSelf Remove RemoveAll RemoveNodes RemoveAttributes ReplaceWith ReplaceNodes " +
                "ReplaceAll SetAttributeValue SetElementValue SetValue set:Value set:Name",
            Fresh = "Parse new",
            Parts = "Attribute Attributes Element Elements Descendants DescendantsAndSelf Ancestors Nodes Root Parent FirstNode LastNode",
        },
    ];
}
