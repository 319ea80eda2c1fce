namespace Pipeline;

/// <summary>A type as C# source spells it, without its namespace.</summary>
internal static class TypeName
{
    public static string Of(Type type)
    {
        // The outer array's brackets come first.
        var brackets = "";
        for (; type.IsArray; type = type.GetElementType()!)
            brackets += $"[{new string(',', type.GetArrayRank() - 1)}]";
        if (brackets.Length > 0)
            return Of(type) + brackets;

        return Nullable.GetUnderlyingType(type) is { } underlying
            ? $"{Of(underlying)}?"
            : Keyword(type) ?? Of(type, type.GetGenericArguments());
    }

    // A nested type's arguments include those of the types around it.
    private static string Of(Type type, Type[] arguments)
    {
        var outer = type.DeclaringType;
        var outerArity = outer?.GetGenericArguments().Length ?? 0;
        var prefix = outer is null ? "" : $"{Of(outer, arguments[..outerArity])}.";
        var own = arguments.Length > outerArity ? $"<{string.Join(", ", arguments[outerArity..].Select(Of))}>" : "";
        return $"{prefix}{type.Name.Split('`')[0]}{own}";
    }

    private static string? Keyword(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.Char => "char",
        TypeCode.Decimal => "decimal",
        TypeCode.Double => "double",
        TypeCode.Int16 => "short",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.SByte => "sbyte",
        TypeCode.Single => "float",
        TypeCode.String => "string",
        TypeCode.UInt16 => "ushort",
        TypeCode.UInt32 => "uint",
        TypeCode.UInt64 => "ulong",
        _ => type == typeof(object) ? "object" : null,
    };
}
