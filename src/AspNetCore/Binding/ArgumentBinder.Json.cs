using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Pipeline.AspNetCore.Problems;

namespace Pipeline.AspNetCore.Binding;

internal sealed partial class ArgumentBinder<TArgs>
{
    private static async ValueTask ReadAllAsync(PipeReader body, Action<ReadOnlySequence<byte>> read, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (!result.IsCompleted)
            {
                body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }

            try
            {
                read(result.Buffer);
            }
            finally
            {
                body.AdvanceTo(result.Buffer.End);
            }

            return;
        }
    }

    private ValueTask ReadJsonAsync(PipeReader body, ArgumentBinding<TArgs> binding, CancellationToken cancellationToken) =>
        ReadAllAsync(body, bytes => ReadJson(bytes, binding), cancellationToken);

    /// <summary>An object whose members are the arguments. No body at all is an object without members.</summary>
    private void ReadJson(ReadOnlySequence<byte> body, ArgumentBinding<TArgs> binding)
    {
        if (body.IsEmpty)
            return;

        string at = ArgumentProblems.Body;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            {
                binding.Problems.Add(at, "must be a JSON object of named arguments.");
                return;
            }

            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                int index = Find(in reader);
                at = index < 0 ? reader.GetString()! : arguments[index].Name;
                reader.Read();
                if (index < 0)
                {
                    Refuse(at, binding.Problems);
                    reader.Skip();
                    continue;
                }

                binding.Give(index);
                arguments[index].ReadJson(ref reader, ref binding.Args, binding.Problems);
            }

            at = ArgumentProblems.Body;
            if (reader.Read())
                binding.Problems.Add(at, "has something behind the JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, nested too deep, or text that is not well-formed: what follows cannot be read.
            binding.Problems.Add(at, $"is not valid JSON at byte {reader.BytesConsumed} of the body.");
        }
    }

    private int Find(in Utf8JsonReader reader)
    {
        for (int index = 0; index < arguments.Length; index++)
        {
            if (reader.ValueTextEquals(arguments[index].Utf8Name))
                return index;
        }

        return -1;
    }

    private void Refuse(string name, ArgumentProblems problems)
    {
        if (!ignoresUnknown)
            problems.Add(name, arguments is [] ? $"is not expected: {api} has no arguments." : $"is not expected: {api} has {_names}.");
    }
}
