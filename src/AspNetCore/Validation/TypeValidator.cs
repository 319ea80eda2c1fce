using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization.Metadata;
using Pipeline.AspNetCore.Problems;

namespace Pipeline.AspNetCore.Validation;

/// <summary>
/// What the validation attributes in a type demand, found by the metadata that JSON is read with, so that names are those of JSON.
/// </summary>
internal sealed class TypeValidator
{
    private readonly List<Member> _members = [];
    private TypeValidator? _elements;

    /// <summary>Whether the type itself checks its values.</summary>
    private bool _checksItself;

    private TypeValidator()
    {
    }

    /// <summary>The validator of a type; null if nothing below it demands anything.</summary>
    public static TypeValidator? Of(JsonTypeInfo type)
    {
        var all = new Dictionary<Type, TypeValidator>();
        var validator = Create(type, all);
        return all.Values.Any(static each => each._checksItself || each._members.Any(static member => member.Attributes.Length > 0))
            ? validator
            : null;
    }

    public void Validate(object value, string path, ArgumentProblems problems, IServiceProvider services)
    {
        foreach (var (name, get, attributes, type) in _members)
        {
            object? member = get(value);
            foreach (var attribute in attributes)
                ValueValidator.Check(attribute, member, name, $"{path}.{name}", value, problems, services);
            if (member is not null)
                type.Validate(member, $"{path}.{name}", problems, services);
        }

        if (_checksItself && value is IValidatableObject own)
        {
            foreach (var failed in own.Validate(new ValidationContext(value, path, services, items: null)))
                problems.Add(path, failed.ErrorMessage ?? "is not accepted by its type.");
        }

        if (_elements is { } elements && value is IEnumerable values)
            ValidateElements(values, elements, path, problems, services);
    }

    private static void ValidateElements(
        IEnumerable values, TypeValidator elements, string path, ArgumentProblems problems, IServiceProvider services)
    {
        if (values is IDictionary table)
        {
            foreach (DictionaryEntry entry in table)
            {
                if (entry.Value is { } value)
                    elements.Validate(value, $"{path}.{entry.Key}", problems, services);
            }

            return;
        }

        int index = 0;
        foreach (object? value in values)
        {
            if (value is not null)
                elements.Validate(value, $"{path}[{index}]", problems, services);
            index++;
        }
    }

    private static TypeValidator Create(JsonTypeInfo type, Dictionary<Type, TypeValidator> all)
    {
        if (all.TryGetValue(type.Type, out var known))
            return known;

        var validator = new TypeValidator { _checksItself = type.Type.IsAssignableTo(typeof(IValidatableObject)) };
        all.Add(type.Type, validator);
        if (type.ElementType is { } element)
            validator._elements = Create(type.Options.GetTypeInfo(element), all);
        if (type.Kind is not JsonTypeInfoKind.Object)
            return validator;

        foreach (var property in type.Properties)
        {
            if (property.Get is { } get)
                validator._members.Add(
                    new(property.Name, get, AttributesOf(property), Create(type.Options.GetTypeInfo(property.PropertyType), all)));
        }

        return validator;
    }

    // On a record's parameter an attribute stays with the constructor; the property does not have it.
    private static ValidationAttribute[] AttributesOf(JsonPropertyInfo property) =>
    [
        .. new[] { property.AttributeProvider, property.AssociatedParameter?.AttributeProvider }
            .SelectMany(static provider => provider?.GetCustomAttributes(typeof(ValidationAttribute), inherit: true) ?? [])
            .OfType<ValidationAttribute>(),
    ];

    private sealed record Member(string Name, Func<object, object?> Get, ValidationAttribute[] Attributes, TypeValidator Type);
}
