using System.Text;
using System.Text.Json;
using Pipeline.AspNetCore.Problems;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.Binding;

/// <summary>One argument of an API, as it comes in.</summary>
/// <typeparam name="TArgs">The value tuple of all of them.</typeparam>
internal abstract class Argument<TArgs>(ParameterDefinition parameter, string name)
    where TArgs : struct
{
    /// <summary>The parameter it is for.</summary>
    public ParameterDefinition Parameter { get; } = parameter;

    /// <summary>Its name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>The name as it is compared.</summary>
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>Whether it travels as a part of a form.</summary>
    public bool IsFile { get; } = WebTypes.IsFile(parameter.Type);

    /// <summary>Reads the value that the reader stands on; leaves it at the value's end whatever is wrong with it.</summary>
    /// <exception cref="JsonException">The text is no JSON, and nothing behind the value can be read.</exception>
    public abstract void ReadJson(ref Utf8JsonReader reader, ref TArgs args, ArgumentProblems problems);

    /// <summary>Takes text that is no JSON; false where a string is not what is wanted.</summary>
    public abstract bool TrySetText(string text, ref TArgs args);

    /// <summary>Takes a file: an array or a stream, whichever the parameter is declared as.</summary>
    public abstract void SetFile(byte[]? bytes, Stream? stream, ref TArgs args);

    /// <summary>Takes the items that are the body of the request.</summary>
    public abstract void SetItems(RequestItems items, ref TArgs args);

    /// <summary>Takes the declared default.</summary>
    public abstract void SetDefault(ref TArgs args);

    /// <summary>Checks what attributes demand.</summary>
    public abstract void Validate(in TArgs args, ArgumentProblems problems, IServiceProvider services);
}
