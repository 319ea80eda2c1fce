using System.Globalization;
using System.Text;

namespace Pipeline.Analyzers.Profiles;

/// <summary>
/// Reads JSON into dictionaries, lists, text, numbers and truth values. Analyzers run in compilers of all kinds, which bring no reader.
/// </summary>
internal sealed class Json
{
    private const int MostDepth = 64;

    private readonly string _text;
    private int _place;

    private Json(string text) => _text = text;

    /// <exception cref="FormatException">It is no JSON; the message says where.</exception>
    public static object? Parse(string text)
    {
        var json = new Json(text);
        object? value = json.Value(depth: 0);
        json.Skip();
        return json._place == text.Length ? value : throw json.Unexpected();
    }

    private object? Value(int depth)
    {
        Skip();
        if (depth > MostDepth || _place == _text.Length)
            throw Unexpected();
        return _text[_place] switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            '"' => Text(),
            't' => Word("true", true),
            'f' => Word("false", false),
            'n' => Word("null", null),
            _ => Number(),
        };
    }

    private Dictionary<string, object?> Object(int depth)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        _place++;
        if (IsNext('}'))
            return members;
        do
        {
            Skip();
            string name = Text();
            if (!IsNext(':'))
                throw Unexpected();
            members[name] = Value(depth + 1);
        }
        while (IsNext(','));
        return IsNext('}') ? members : throw Unexpected();
    }

    private List<object?> Array(int depth)
    {
        var items = new List<object?>();
        _place++;
        if (IsNext(']'))
            return items;
        do
            items.Add(Value(depth + 1));
        while (IsNext(','));
        return IsNext(']') ? items : throw Unexpected();
    }

    private string Text()
    {
        if (_place == _text.Length || _text[_place] != '"')
            throw Unexpected();
        var text = new StringBuilder();
        while (++_place < _text.Length && _text[_place] is not '"' and var next)
            text.Append(next == '\\' ? Escaped() : next);
        if (_place >= _text.Length)
            throw Unexpected();
        _place++;
        return text.ToString();
    }

    private char Escaped()
    {
        if (++_place >= _text.Length)
            throw Unexpected();
        switch (_text[_place])
        {
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'u' when _place + 4 < _text.Length
                && int.TryParse(_text.Substring(_place + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code):
                _place += 4;
                return (char)code;
            case '"' or '\\' or '/': return _text[_place];
            default: throw Unexpected();
        }
    }

    private double Number()
    {
        int start = _place;
        while (_place < _text.Length && (char.IsDigit(_text[_place]) || _text[_place] is '-' or '+' or '.' or 'e' or 'E'))
            _place++;
        return double.TryParse(_text.Substring(start, _place - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw Unexpected();
    }

    private object? Word(string word, object? value)
    {
        if (string.CompareOrdinal(_text, _place, word, 0, word.Length) != 0)
            throw Unexpected();
        _place += word.Length;
        return value;
    }

    private bool IsNext(char sign)
    {
        Skip();
        if (_place == _text.Length || _text[_place] != sign)
            return false;
        _place++;
        return true;
    }

    private void Skip()
    {
        while (_place < _text.Length && _text[_place] is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
            _place++;
    }

    private FormatException Unexpected() => new($"it is no JSON: character {_place + 1} is not expected there");
}
