using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pipeline.AspNetCore.Problems;
using Pipeline.AspNetCore.Validation;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.Binding;

/// <summary>An argument that is one value.</summary>
internal class ValueArgument<TArgs, T>(Parameter<TArgs, T> parameter, string name, JsonSerializerOptions json, ValueValidator validator)
    : Argument<TArgs>(parameter, name)
    where TArgs : struct
{
    private readonly JsonTypeInfo<T> _type = (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T));

    public override void ReadJson(ref Utf8JsonReader reader, ref TArgs args, ArgumentProblems problems)
    {
        var start = reader;
        try
        {
            var value = JsonSerializer.Deserialize(ref reader, _type);
            if (value is not null || parameter.AllowsNull)
                parameter.Set(ref args, value!);
            else
                problems.Add(Name, "must not be null.");
            return;
        }
        catch (JsonException exception)
        {
            problems.Add(ArgumentText.PathIn(Name, exception), ArgumentText.Describe(
                exception, ArgumentText.Expected(typeof(T), parameter.AllowsNull)));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The type's own constructor or setter, which did not like the value.
            problems.Add(Name, "is not accepted by its type.");
        }

        reader = start;
        reader.Skip();
    }

    public override bool TrySetText(string text, ref TArgs args)
    {
        if (typeof(T) != typeof(string))
            return false;
        parameter.Set(ref args, (T)(object)text);
        return true;
    }

    public override void SetFile(byte[]? bytes, Stream? stream, ref TArgs args)
    {
        object? content = typeof(T) == typeof(ReadOnlyMemory<byte>) ? new ReadOnlyMemory<byte>(bytes) : (object?)bytes ?? stream;
        parameter.Set(ref args, (T)content!);
    }

    public override void SetItems(RequestItems items, ref TArgs args) => throw new InvalidOperationException($"{Name} is no stream.");

    public override void SetDefault(ref TArgs args) => parameter.SetDefault(ref args);

    public override void Validate(in TArgs args, ArgumentProblems problems, IServiceProvider services)
    {
        if (!validator.IsEmpty)
            validator.Validate(parameter.Get(args), Name, problems, services);
    }
}
