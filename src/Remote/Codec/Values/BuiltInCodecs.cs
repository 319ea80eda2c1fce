using Pipeline.Transports;

namespace Pipeline.Remote;

/// <summary>The codecs of the types that need no serializer, all named here, so that none is made by reflection.</summary>
internal static class BuiltInCodecs
{
    private const int OffsetShift = 64;

    private static readonly Dictionary<Type, object> All = Create();

    public static ValueCodec<T>? Find<T>() => Cache<T>.Codec;

    private static ValueCodec<T>? FindFor<T>()
    {
        if (All.TryGetValue(typeof(T), out object? codec))
            return (ValueCodec<T>)codec;
        if (!typeof(T).IsEnum)
            return null;
        return Type.GetTypeCode(typeof(T)) switch
        {
            TypeCode.SByte => Enum<T, sbyte>(),
            TypeCode.Byte => Enum<T, byte>(),
            TypeCode.Int16 => Enum<T, short>(),
            TypeCode.UInt16 => Enum<T, ushort>(),
            TypeCode.Int32 => Enum<T, int>(),
            TypeCode.UInt32 => Enum<T, uint>(),
            TypeCode.Int64 => Enum<T, long>(),
            TypeCode.UInt64 => Enum<T, ulong>(),
            _ => null,
        };
    }

    private static EnumCodec<T, TInteger> Enum<T, TInteger>()
        where TInteger : unmanaged =>
        new((ValueCodec<TInteger>)All[typeof(TInteger)]);

    private static Dictionary<Type, object> Create()
    {
        var all = new Dictionary<Type, object> { [typeof(string)] = new TextCodec(), [typeof(NoResult)] = new NothingCodec() };
        Integer<sbyte>(ValueForm.Int8);
        Integer<byte>(ValueForm.UInt8);
        Integer<short>(ValueForm.Int16);
        Integer<ushort>(ValueForm.UInt16);
        Integer<int>(ValueForm.Int32);
        Integer<uint>(ValueForm.UInt32);
        Integer<long>(ValueForm.Int64);
        Integer<ulong>(ValueForm.UInt64);
        Integer<Int128>(ValueForm.Int128);
        Integer<UInt128>(ValueForm.UInt128);
        Fixed<Half>(ValueForm.Half);
        Fixed<float>(ValueForm.Single);
        Fixed<double>(ValueForm.Double);
        Fixed<char>(ValueForm.Character);
        Fixed<Guid>(ValueForm.Guid);
        Fixed<TimeSpan>(ValueForm.Duration);
        Converted<bool, byte>(ValueForm.Boolean, static value => value ? (byte)1 : (byte)0, ToBoolean);
        Converted<decimal, Int128>(ValueForm.Decimal, FromDecimal, ToDecimal);
        Converted<DateTime, ulong>(ValueForm.Moment, FromDateTime, ToDateTime);
        Converted<DateTimeOffset, Int128>(ValueForm.MomentWithOffset, FromDateTimeOffset, ToDateTimeOffset);
        Converted<DateOnly, int>(ValueForm.Date, static date => date.DayNumber, DateOnly.FromDayNumber);
        Converted<TimeOnly, long>(ValueForm.TimeOfDay, static time => time.Ticks, static ticks => new(ticks));
        return all;

        void Integer<T>(ValueForm form)
            where T : unmanaged, System.Numerics.IBinaryInteger<T> =>
            Add(new IntegerCodec<T>(form), new FixedArrayCodec<T>(form));

        void Fixed<T>(ValueForm form)
            where T : unmanaged =>
            Add(new FixedCodec<T>(form), new FixedArrayCodec<T>(form));

        void Converted<T, TRaw>(ValueForm form, Func<T, TRaw> pack, Func<TRaw, T> unpack)
            where T : struct
            where TRaw : unmanaged
        {
            var codec = new ConvertedCodec<T, TRaw>(form, pack, unpack);
            Add(codec, new ConvertedArrayCodec<T, TRaw>(form, pack, codec));
        }

        void Add<T>(ValueCodec<T> one, ValueCodec<T[]?> many)
            where T : struct
        {
            all.Add(typeof(T), one);
            all.Add(typeof(T?), new NullableCodec<T>(one));
            all.Add(typeof(T[]), many);
        }
    }

    private static bool ToBoolean(byte raw) => raw <= 1 ? raw == 1 : throw new ArgumentOutOfRangeException(nameof(raw));

    private static Int128 FromDecimal(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        return System.Runtime.InteropServices.MemoryMarshal.Cast<int, Int128>(parts)[0];
    }

    private static decimal ToDecimal(Int128 raw) =>
        new(System.Runtime.InteropServices.MemoryMarshal.Cast<Int128, int>(new ReadOnlySpan<Int128>(in raw)));

    // Not ToBinary: it changes local time into universal time, and back by the other side's time zone.
    private static ulong FromDateTime(DateTime value) => (ulong)value.Ticks | ((ulong)value.Kind << 62);

    private static DateTime ToDateTime(ulong raw) => new((long)(raw & (ulong.MaxValue >> 2)), (DateTimeKind)(raw >> 62));

    private static Int128 FromDateTimeOffset(DateTimeOffset value) =>
        (Int128)value.Ticks | ((Int128)value.TotalOffsetMinutes << OffsetShift);

    private static DateTimeOffset ToDateTimeOffset(Int128 raw)
    {
        long minutes = (long)(raw >> OffsetShift);
        return Math.Abs(minutes) <= TimeSpan.MinutesPerDay
            ? new((long)raw, TimeSpan.FromMinutes(minutes))
            : throw new ArgumentOutOfRangeException(nameof(raw));
    }

    private static class Cache<T>
    {
        public static readonly ValueCodec<T>? Codec = FindFor<T>();
    }
}
