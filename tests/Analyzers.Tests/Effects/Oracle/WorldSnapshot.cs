using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Pipeline.Analyzers.Tests.Effects.Oracle;

/// <summary>Everything that can be reached from some objects, as text: two texts differ if anything a body can see has changed.</summary>
internal sealed class WorldSnapshot
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);

    public static string Of(params ReadOnlySpan<object?> roots)
    {
        var snapshot = new WorldSnapshot();
        foreach (var root in roots)
            snapshot.Write(root);
        return snapshot._text.ToString();
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                _text.Append("null;");
                return;
            case string or IConvertible:
                _text.Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append(';');
                return;
            case Type or Delegate or Task { IsCompleted: false }:
                _text.Append(value.GetType().Name).Append(';');
                return;
        }

        if (!value.GetType().IsValueType && !_seen.TryAdd(value, _seen.Count))
        {
            _text.Append('#').Append(_seen[value]).Append(';');
            return;
        }

        _text.Append(value.GetType().Name).Append('{');
        WriteContents(value);
        _text.Append('}');
    }

    private void WriteContents(object value)
    {
        switch (value)
        {
            case StringBuilder text:
                Write(text.ToString());
                break;
            case MemoryStream stream:
                Write(stream.Position);
                Write(stream.ToArray());
                break;
            case ICollection or HashSet<int>:
                foreach (object? item in (IEnumerable)value)
                    Write(item);
                break;
            case IEnumerable items when value.GetType().Namespace is "System.Collections.Concurrent" or "System.Collections.Immutable" or "System.Collections.Generic":
                foreach (object? item in items)
                    Write(item);
                break;
            default:
                // A lazy sequence would run, and a lazy value is as good as computed: neither is opened.
                if (value is not IEnumerable && value.GetType().Name is not "Lazy`1")
                    WriteFields(value, value.GetType(), BindingFlags.Instance);
                break;
        }
    }

    private void WriteFields(object? value, Type type, BindingFlags kind)
    {
        for (var @base = type; @base is not null && @base != typeof(object); @base = @base.BaseType)
        {
            foreach (var field in @base.GetFields(kind | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Write(field.FieldType.IsPointer || field.FieldType.IsByRefLike ? null : field.GetValue(value));
        }
    }

    /// <summary>The statics of a class.</summary>
    public static string OfStatics(Type type)
    {
        var snapshot = new WorldSnapshot();
        snapshot.WriteFields(null, type, BindingFlags.Static);
        return snapshot._text.ToString();
    }
}
