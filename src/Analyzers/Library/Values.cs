namespace Pipeline.Analyzers.Library;

/// <summary>Immutable values of the framework, and plain functions over them.</summary>
internal static class Values
{
    private const string Docs = "https://learn.microsoft.com/dotnet/api/";

    private const LibraryTraits Value = LibraryTraits.Immutable | LibraryTraits.Container | LibraryTraits.Plain;

    public static readonly LibraryEntry[] Entries =
    [
        new("System.Object System.ValueType", Docs + "system.object") { Traits = LibraryTraits.Plain,
            Pure = "Equals ReferenceEquals ToString GetHashCode GetType" },
        new(
            """
            System.Boolean System.Char System.String System.SByte System.Byte System.Int16 System.UInt16 System.Int32 System.UInt32
            System.Int64 System.UInt64 System.Int128 System.UInt128 System.IntPtr System.UIntPtr System.Half System.Single System.Double
            System.Decimal System.Enum System.Nullable System.Nullable`1 System.DateOnly System.TimeOnly System.TimeSpan System.Index
            System.Range System.Uri System.Version System.Tuple System.StringComparer System.FormattableString System.Text.Rune
            System.Collections.Generic.KeyValuePair System.Collections.Generic.KeyValuePair`2 System.Globalization.CompareInfo
            System.Globalization.NumberFormatInfo System.Globalization.DateTimeFormatInfo System.Globalization.TextInfo
            System.Numerics.BigInteger System.Numerics.Complex System.Numerics.Vector2 System.Numerics.Vector3 System.Numerics.Vector4
            System.Numerics.Matrix3x2 System.Numerics.Matrix4x4 System.Numerics.Quaternion System.Numerics.Plane System.Numerics.Vector`1
            System.Collections.Generic.Comparer`1 System.Collections.Generic.EqualityComparer`1 System.StringSplitOptions
            System.Buffers.SearchValues System.Buffers.SearchValues`1 System.Text.CompositeFormat System.TimeZoneInfo System.DBNull
            Pipeline.Outcome Pipeline.Outcome`1
            """,
            Docs + "system.string") { Traits = Value, Pure = "*" },
        new("System.Globalization.CultureInfo", Docs + "system.globalization.cultureinfo") { Traits = Value,
            Pure = "GetCultureInfo GetFormat ToString Clone ReadOnly" },
        new(
            """
            System.Math System.MathF System.BitConverter System.Convert System.Numerics.BitOperations System.Numerics.Vector
            System.Numerics.Tensors.TensorPrimitives System.ArgumentNullException System.ArgumentOutOfRangeException
            System.ArgumentException System.ObjectDisposedException System.InvalidOperationException System.Net.WebUtility
            System.Web.HttpUtility System.Text.Encodings.Web.HtmlEncoder System.Text.Encodings.Web.UrlEncoder System.Text.Ascii
            System.Buffers.Binary.BinaryPrimitives System.IO.Hashing.Crc32 System.IO.Hashing.XxHash64 System.IO.Hashing.XxHash3
            """,
            Docs + "system.math") { Traits = LibraryTraits.Plain, Pure = "*" },
        new("System.DateTime System.DateTimeOffset", Docs + "system.datetime") { Traits = Value, Pure = "*", Reads = "Now UtcNow Today" },
        new("System.Guid", Docs + "system.guid.newguid") { Traits = Value, Pure = "*", Not = "NewGuid CreateVersion7" },
        new("System.Type System.Reflection.Assembly System.Reflection.AssemblyName", Docs + "system.type")
        {
            Traits = LibraryTraits.Immutable | LibraryTraits.Plain,
            Pure =
                "Equals GetHashCode ToString GetType GetTypeFromHandle IsAssignableFrom IsAssignableTo IsSubclassOf " +
                "IsInstanceOfType GetTypeCode GetName GetInterfaces IsDefined MakeGenericType",
        },
        new("System.Threading.CancellationToken", Docs + "system.threading.cancellationtoken") { Traits = Value,
            Pure = "ThrowIfCancellationRequested Equals GetHashCode" },
        new("System.HashCode", Docs + "system.hashcode") { Traits = LibraryTraits.Plain, Pure = "Combine ToHashCode",
            Moves = "Add AddBytes" },
        new("System.Runtime.CompilerServices.DefaultInterpolatedStringHandler",
            Docs + "system.runtime.compilerservices.defaultinterpolatedstringhandler")
        {
            Traits = LibraryTraits.Plain,
            Pure = "*",
        },
        new("System.Text.RegularExpressions.Regex", Docs + "system.text.regularexpressions.regex") { Traits = Value, Pure = "*",
            Not = "set:CacheSize CompileToAssembly" },
        new(
            """
            System.Text.RegularExpressions.Match System.Text.RegularExpressions.MatchCollection System.Text.RegularExpressions.Group
            System.Text.RegularExpressions.GroupCollection System.Text.RegularExpressions.Capture System.Text.RegularExpressions.CaptureCollection
            System.Text.RegularExpressions.ValueMatch System.Text.RegularExpressions.Regex+ValueMatchEnumerator
            """,
            Docs + "system.text.regularexpressions.match") { Traits = Value, Pure = "*" },
        new(
            """
            System.Collections.Immutable.ImmutableArray System.Collections.Immutable.ImmutableArray`1 System.Collections.Immutable.ImmutableList
            System.Collections.Immutable.ImmutableList`1 System.Collections.Immutable.ImmutableDictionary
            System.Collections.Immutable.ImmutableDictionary`2 System.Collections.Immutable.ImmutableHashSet
            System.Collections.Immutable.ImmutableHashSet`1 System.Collections.Immutable.ImmutableQueue`1
            System.Collections.Immutable.ImmutableStack`1 System.Collections.Immutable.ImmutableSortedDictionary
            System.Collections.Immutable.ImmutableSortedDictionary`2 System.Collections.Immutable.ImmutableSortedSet
            System.Collections.Immutable.ImmutableSortedSet`1 System.Collections.Frozen.FrozenDictionary
            System.Collections.Frozen.FrozenDictionary`2 System.Collections.Frozen.FrozenSet System.Collections.Frozen.FrozenSet`1
            """,
            Docs + "system.collections.immutable")
        {
            Traits = Value,
            Pure = "*",
            Fresh =
                "ToBuilder CreateBuilder Create CreateRange ToImmutableArray ToImmutableList ToImmutableDictionary " +
                "ToImmutableHashSet ToFrozenDictionary ToFrozenSet",
            Not = "GetValueRefOrNullRef ItemRef AsMemory AsSpan",
        },
        new("System.Security.Cryptography.MD5 System.Security.Cryptography.SHA1 System.Security.Cryptography.SHA256 System.Security.Cryptography.SHA384 System.Security.Cryptography.SHA512 System.Security.Cryptography.HMACSHA256 System.Security.Cryptography.HMACSHA512", Docs + "system.security.cryptography.sha256")
        {
            Traits = LibraryTraits.OneAtATime,
            Pure = "HashData TryHashData",
            Fresh = "HashData Create new",
        },
        new("System.Security.Cryptography.HashAlgorithm System.Security.Cryptography.IncrementalHash",
            Docs + "system.security.cryptography.hashalgorithm")
        {
            Traits = LibraryTraits.OneAtATime | LibraryTraits.Plain,
            Moves =
                "ComputeHash TryComputeHash TransformBlock TransformFinalBlock Initialize Dispose AppendData GetHashAndReset " +
                "GetCurrentHash TryGetHashAndReset Clear",
            Fresh = "ComputeHash CreateHash CreateHMAC GetHashAndReset GetCurrentHash",
        },
        new(
            """
            OneOf.OneOf`1 OneOf.OneOf`2 OneOf.OneOf`3 OneOf.OneOf`4 OneOf.OneOf`5 OneOf.OneOf`6 OneOf.OneOf`7 OneOf.OneOf`8 OneOf.OneOf`9
            OneOf.OneOfBase`1 OneOf.OneOfBase`2 OneOf.OneOfBase`3 OneOf.OneOfBase`4 OneOf.OneOfBase`5 OneOf.OneOfBase`6 OneOf.OneOfBase`7
            OneOf.OneOfBase`8 OneOf.OneOfBase`9
            """,
            "https://github.com/mcintyre321/OneOf") { Traits = LibraryTraits.Immutable | LibraryTraits.Plain, Pure = "*",
            Parts = "Value" },
        new("System.Random", Docs + "system.random") { Traits = LibraryTraits.OneAtATime, Moves = "*", Fresh = "new GetItems",
            Pure = "Shared" },
    ];
}
