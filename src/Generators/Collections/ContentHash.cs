namespace Pipeline.Generators;

/// <summary>FNV-1a, 64 bits: the same for the same content on every machine and in every process, unlike a string's own hash.</summary>
internal struct ContentHash()
{
    public ulong Value { get; private set; } = 14695981039346656037;

    public void Add(string text)
    {
        ulong hash = Value;
        foreach (char character in text)
            hash = unchecked((hash ^ character) * 1099511628211);
        Value = hash;
        Add(text.Length);
    }

    public void Add(int number) => Value = unchecked((Value ^ (uint)number) * 1099511628211);

    public void Add(ulong number)
    {
        Add((int)number);
        Add((int)(number >> 32));
    }

    public void Add(bool truth) => Add(truth ? 1 : 0);
}
