using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Pipeline.AspNetCore.Problems;

namespace Pipeline.AspNetCore.Binding;

internal sealed partial class ArgumentBinder<TArgs>
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ValueTask ReadTextAsync(HttpRequest request, int index, ArgumentBinding<TArgs> binding, CancellationToken cancellationToken) =>
        ReadAllAsync(
            request.BodyReader,
            bytes =>
            {
                binding.Give(index);
                try
                {
                    arguments[index].TrySetText(StrictUtf8.GetString(bytes), ref binding.Args);
                }
                catch (DecoderFallbackException)
                {
                    binding.Problems.Add(arguments[index].Name, "must be well-formed UTF-8.");
                }
            },
            cancellationToken);

    private async ValueTask ReadBytesAsync(
        HttpRequest request, int index, ArgumentBinding<TArgs> binding, CancellationToken cancellationToken)
    {
        binding.Give(index);
        if (arguments[index].Parameter.Type == typeof(Stream))
        {
            arguments[index].SetFile(null, request.Body, ref binding.Args);
            return;
        }

        await ReadAllAsync(
            request.BodyReader, bytes =>
                arguments[index].SetFile(bytes.ToArray(), null, ref binding.Args), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The other arguments, where the body is one of them.</summary>
    private void ReadQuery(HttpRequest request, ArgumentBinding<TArgs> binding)
    {
        foreach (var (name, values) in request.Query)
            ReadField(name, values, binding);
    }

    private async ValueTask ReadFormAsync(
        HttpRequest request, CallRequest call, ArgumentBinding<TArgs> binding, CancellationToken cancellationToken)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            binding.Problems.Add(ArgumentProblems.Body, "is not a form that can be read, or larger than the limits for forms.");
            return;
        }

        foreach (var (name, values) in form)
            ReadField(name, values, binding);
        foreach (var file in form.Files)
        {
            int index = Array.FindIndex(arguments, argument => argument.Name == file.Name);
            if (index < 0)
            {
                Refuse(file.Name, binding.Problems);
                continue;
            }

            binding.Give(index);
            var content = file.OpenReadStream();
            call.Opened(content);
            if (arguments[index].IsFile && arguments[index].Parameter.Type == typeof(Stream))
            {
                arguments[index].SetFile(null, content, ref binding.Args);
                continue;
            }

            byte[] bytes = new byte[file.Length];
            await content.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
            if (arguments[index].IsFile)
                arguments[index].SetFile(bytes, null, ref binding.Args);
            else
                ReadValue(bytes, index, binding);
        }
    }

    private void ReadField(string name, StringValues values, ArgumentBinding<TArgs> binding)
    {
        int index = Array.FindIndex(arguments, argument => argument.Name == name);
        if (index < 0)
        {
            Refuse(name, binding.Problems);
            return;
        }

        foreach (string? value in values)
        {
            binding.Give(index);
            ReadValue(Encoding.UTF8.GetBytes(value ?? ""), index, binding);
        }
    }

    /// <summary>A value in a form or a query: JSON, or the bare text of a string.</summary>
    private void ReadValue(byte[] value, int index, ArgumentBinding<TArgs> binding)
    {
        var argument = arguments[index];
        bool isText = argument.Parameter.Type == typeof(string);
        if (IsJson(value) && (
            !isText || value[0] is (byte)'"' || (argument.Parameter.AllowsNull && value.AsSpan().SequenceEqual("null"u8))))
        {
            var reader = new Utf8JsonReader(value, new JsonReaderOptions { MaxDepth = maxDepth });
            reader.Read();
            argument.ReadJson(ref reader, ref binding.Args, binding.Problems);
            return;
        }

        // A word without quotes may be a string, a date or the name of an enumeration's value.
        string text = Encoding.UTF8.GetString(value);
        if (argument.TrySetText(text, ref binding.Args))
            return;

        var quoted = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(text, TextContext.Default.String));
        quoted.Read();
        argument.ReadJson(ref quoted, ref binding.Args, binding.Problems);
    }

    private bool IsJson(byte[] value)
    {
        try
        {
            var reader = new Utf8JsonReader(value, new JsonReaderOptions { MaxDepth = maxDepth });
            while (reader.Read())
            {
            }

            return value.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
