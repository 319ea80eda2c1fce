namespace Corpus;

/// <summary>Calls of the body could overlap and do not.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class OverlapAttribute(string groups, string why) : Attribute;

/// <summary>The iterations of the body's one loop could overlap; each leaves its result in a place of the kind.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class LoopAttribute(string place, string why) : Attribute;

/// <summary>The iterations of the body's loop must stay in order, because of the condition.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class OrderedLoopAttribute(string condition, string why) : Attribute;

/// <summary>The calls of the body must stay in order, because of the condition.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class OrderedAttribute(string condition, string why) : Attribute;
