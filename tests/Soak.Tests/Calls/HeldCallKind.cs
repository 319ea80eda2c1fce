namespace Pipeline.Soak.Calls;

/// <summary>Which API is called.</summary>
internal enum HeldCallKind
{
    Work,
    WorkOn,
    WorkBlindly,
    Pass,
    PassBlindly,
}
