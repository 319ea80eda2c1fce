using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Pipeline.Remote;

/// <summary>
/// Finds what System.Text.Json would write and never read back, or read back as something else: it says nothing of that itself.
/// </summary>
internal sealed class LossCheck(JsonSerializerOptions options)
{
    private readonly HashSet<Type> _seen = [];

    /// <exception cref="NotSupportedException">Names the member that would be lost.</exception>
    public void Check(Type type) => Check(type, type, type.Name);

    private void Check(Type type, Type declared, string path)
    {
        if (!_seen.Add(type))
            return;
        if (type == typeof(object))
            throw Lost(declared, path, "is an object, whose type does not cross. Declare the type that it has");

        var info = options.GetTypeInfo(type);
        foreach (var element in new[] { info.ElementType, info.KeyType }.OfType<Type>())
            Check(element, declared, path);
        if (info.Kind is not JsonTypeInfoKind.Object)
            return;

        foreach (var property in info.Properties.Where(static property => property.Get is not null))
        {
            string member = $"{path}.{property.Name}";
            if (property.Set is null && property.AssociatedParameter is null && IsLost(info, property))
                throw Lost(
                    declared, member,
                    "is written and never read back. Give it a public setter or a constructor parameter, or mark it [JsonIgnore]");
            Check(property.PropertyType, declared, member);
        }
    }

    /// <summary>A property that is computed from others loses nothing; one with a field of its own does.</summary>
    private static bool IsLost(JsonTypeInfo info, JsonPropertyInfo property)
    {
        if ((property.ObjectCreationHandling ?? info.PreferredPropertyObjectCreationHandling) is JsonObjectCreationHandling.Populate)
            return false;
        return property.AttributeProvider switch
        {
            PropertyInfo { SetMethod: not null } => true,
            PropertyInfo declared => IsCollection(property.PropertyType) || HasFieldOfItsOwn(declared),
            _ => true,
        };
    }

    private static bool IsCollection(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable));

    // Trimmed away, the field cannot be found; then the property is taken for a computed one, as the compiler would have kept its setter.
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A missing field is the answer.")]
    private static bool HasFieldOfItsOwn(PropertyInfo property) =>
        property.DeclaringType?.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    private static NotSupportedException Lost(Type declared, string path, string why) =>
        new($"{declared} cannot cross a process boundary: {path} {why}.");
}
