namespace Pipeline.Remote;

/// <summary>The byte in front of every value: how it is packed. Numbers of the wire; never change one.</summary>
internal enum ValueForm : byte
{
    Null = 0,
    Nothing = 1,
    Boolean = 2,
    Int8 = 3,
    UInt8 = 4,
    Int16 = 5,
    UInt16 = 6,
    Int32 = 7,
    UInt32 = 8,
    Int64 = 9,
    UInt64 = 10,
    Int128 = 11,
    UInt128 = 12,
    Half = 13,
    Single = 14,
    Double = 15,
    Decimal = 16,
    Character = 17,
    Guid = 18,
    Duration = 19,
    Moment = 20,
    MomentWithOffset = 21,
    Date = 22,
    TimeOfDay = 23,
    Text = 24,
    Serialized = 25,

    /// <summary>Added to the form of the elements: their number and the elements follow.</summary>
    Array = 64,
}
