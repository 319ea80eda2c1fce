using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using Pipeline.Http.Peers;
using Pipeline.Remote.Web;

namespace Pipeline.Http.Requests;

/// <summary>Writes the arguments of a call as the other side wants them.</summary>
internal static class RequestWriter
{
    private static readonly MediaTypeHeaderValue Json = new(WebNames.Json);
    private static readonly MediaTypeHeaderValue Bytes = new(WebNames.Bytes);

    /// <exception cref="MissingMethodException">The other side has no such argument.</exception>
    public static HttpContent Write(string api, PeerRoute route, IReadOnlyList<SentArgument> arguments)
    {
        if (route.IsRoot)
            return WriteRoot(api, route, arguments);

        var named = arguments
            .Select(argument => (Argument: argument, There: route.Find(argument.Parameter.Name)))
            .Where(static pair => pair.There is not null || !pair.Argument.IsDefault)
            .ToArray();
        if (named.FirstOrDefault(static pair => pair.There is null).Argument is { } unknown)
        {
            string names = string.Join(", ", route.Arguments.Select(static argument => argument.Name));
            throw new MissingMethodException($"{api} has no argument {unknown.Parameter.Name} there; it has {names}.");
        }

        return named.Any(static pair => pair.There!.IsFile) ? WriteForm(named!) : WriteObject(named!);
    }

    private static ReadOnlyMemoryContent WriteObject((SentArgument Argument, PeerArgument There)[] named)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            foreach (var (argument, there) in named)
            {
                writer.WritePropertyName(there.Name);
                writer.WriteRawValue(argument.ToJson(), skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return new(bytes.WrittenMemory) { Headers = { ContentType = Json } };
    }

    private static MultipartFormDataContent WriteForm((SentArgument Argument, PeerArgument There)[] named)
    {
        var form = new MultipartFormDataContent();
        foreach (var (argument, there) in named)
        {
            if (!there.IsFile)
            {
                form.Add(new ByteArrayContent(argument.ToJson()), there.Name);
                continue;
            }

            if (argument.File is not { } file)
            {
                // A part without a name of a file, whose text is JSON.
                form.Add(new ByteArrayContent("null"u8.ToArray()), there.Name);
                continue;
            }

            file.Headers.ContentType = Bytes;
            form.Add(file, there.Name, "upload.bin");
        }

        return form;
    }

    /// <summary>Where the other side takes its one argument by position, the argument is the body.</summary>
    private static HttpContent WriteRoot(string api, PeerRoute route, IReadOnlyList<SentArgument> arguments)
    {
        if (arguments is not [var argument])
            throw new MissingMethodException($"{api} has one argument there, and {arguments.Count} are given.");

        switch (route.RootType)
        {
            case "file":
                var file = argument.File
                    ?? throw new NotSupportedException($"{api} takes a file there, which {argument.Parameter.Name} is not.");
                file.Headers.ContentType = Bytes;
                return file;
            case "string":
                string? text = JsonSerializer.Deserialize(argument.ToJson(), TextContext.Default.String);
                return new StringContent(
                    text ?? throw new NotSupportedException($"{api}: {argument.Parameter.Name} cannot be null on this wire."));
            default:
                return new ByteArrayContent(argument.ToJson()) { Headers = { ContentType = Json } };
        }
    }
}
