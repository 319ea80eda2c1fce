using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Remote.Web;

/// <summary>JSON as it is spoken over HTTP, by the edge and by its client alike.</summary>
internal static class WebJson
{
    /// <param name="from">Gives the types' metadata and the application's own converters.</param>
    /// <param name="naming">Names the members of types.</param>
    /// <param name="rejectsUnknown">Whether a member that a type does not have is an error.</param>
    public static JsonSerializerOptions Create(JsonSerializerOptions from, JsonNamingPolicy? naming, bool rejectsUnknown)
    {
        var options = new JsonSerializerOptions(from)
        {
            IncludeFields = true,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            PropertyNamingPolicy = naming,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = rejectsUnknown ? JsonUnmappedMemberHandling.Disallow : JsonUnmappedMemberHandling.Skip,
        };
        options.Converters.Add(new WellFormedStringConverter());
        options.Converters.Add(new WellFormedCharConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The same for results and items: whoever reads them takes what the other side has, older or newer.</summary>
    public static JsonSerializerOptions ForAnswers(JsonSerializerOptions options)
    {
        var answers = new JsonSerializerOptions(options)
        {
            RespectNullableAnnotations = false,
            RespectRequiredConstructorParameters = false,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        };
        answers.MakeReadOnly();
        return answers;
    }

    /// <summary>The same for describing types: converters say nothing of the types they convert, and a number is a number.</summary>
    public static JsonSerializerOptions ForSchemas(JsonSerializerOptions options)
    {
        var schemas = new JsonSerializerOptions(options) { NumberHandling = JsonNumberHandling.Strict };
        for (int index = schemas.Converters.Count - 1; index >= 0; index--)
        {
            if (schemas.Converters[index] is WellFormedStringConverter or WellFormedCharConverter)
                schemas.Converters.RemoveAt(index);
        }

        schemas.MakeReadOnly();
        return schemas;
    }
}
