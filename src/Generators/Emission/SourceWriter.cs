using System.Text;

namespace Pipeline.Generators.Emission;

/// <summary>Writes source text, indented by the blocks it is in, with <c>\n</c> for line ends on every platform.</summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _indent;
    private bool _canSeparate = true;

    /// <summary>Writes one line or several.</summary>
    public void Write(string lines)
    {
        _canSeparate = true;
        foreach (string line in lines.Split('\n'))
        {
            string content = line.TrimEnd('\r');
            if (content.Length > 0)
                _text.Append(' ', _indent).Append(content);
            _text.Append('\n');
        }
    }

    /// <summary>An empty line, except at the beginning of a block.</summary>
    public void Separate()
    {
        if (_canSeparate)
            _text.Append('\n');
    }

    /// <summary>Writes the header and the brackets around all that is written until the result is disposed of.</summary>
    public BlockScope Block(string header, string begin = "{", string end = "}")
    {
        Write(header);
        Write(begin);
        _indent += IndentSize;
        _canSeparate = false;
        return new(this, end);
    }

    public override string ToString() => _text.ToString();

    /// <summary>An open block.</summary>
    internal readonly struct BlockScope(SourceWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer._indent -= IndentSize;
            writer.Write(end);
        }
    }
}
