using System.Text.Json;
using Pipeline.Transports;

namespace Pipeline.Http.Requests;

/// <summary>Makes the writers of an API's arguments.</summary>
internal static class ArgumentWriters
{
    public static ArgumentWriter<TArgs>[] Create<TArgs>(IReadOnlyList<Parameter<TArgs>> parameters, JsonSerializerOptions json)
        where TArgs : struct
    {
        var factory = new Factory<TArgs>(json);
        return [.. parameters.Select(parameter => parameter.Accept(factory))];
    }

    private sealed class Factory<TArgs>(JsonSerializerOptions json) : IParameterVisitor<TArgs, ArgumentWriter<TArgs>>
        where TArgs : struct
    {
        public ArgumentWriter<TArgs> Visit<T>(Parameter<TArgs, T> parameter) => new ArgumentWriter<TArgs, T>(parameter, json);

        public ArgumentWriter<TArgs> VisitStream<TItem>(StreamParameter<TArgs, TItem> parameter) =>
            throw new NotSupportedException($"{parameter.Name} is a stream, which an HTTP request cannot carry.");
    }
}
