using System.Buffers;

namespace Pipeline.Remote;

/// <summary>
/// Turns values into bytes and back: every value that <see cref="PipelineCodec"/> does not pack itself, which is everything but
/// primitives, strings and arrays of primitives. Derive from it to use another serializer than System.Text.Json. Thread-safe.
/// </summary>
public abstract class PipelineSerializer
{
    /// <summary>Writes a value.</summary>
    /// <typeparam name="T">The declared type of the parameter, result or item.</typeparam>
    public abstract void Serialize<T>(IBufferWriter<byte> output, T value);

    /// <summary>Reads a value. Whatever is wrong with the bytes, it throws; it neither crashes nor returns half a value.</summary>
    /// <typeparam name="T">The declared type of the parameter, result or item.</typeparam>
    public abstract T Deserialize<T>(ReadOnlySequence<byte> bytes);

    /// <summary>
    /// Throws if a value of the type cannot cross whole: asked for every type while a pipeline starts, so that nothing is lost silently.
    /// </summary>
    /// <typeparam name="T">The declared type of the parameter, result or item.</typeparam>
    /// <exception cref="NotSupportedException">Names the type and the member that would be lost.</exception>
    public virtual void Check<T>()
    {
    }
}
