using Pipeline.Analyzers.Dependence.Order;

namespace Pipeline.Analyzers.Dependence.Groups;

/// <summary>An edge of a group: the later call must wait for the earlier one.</summary>
/// <param name="Earlier">The place of the earlier call in the group.</param>
/// <param name="Later">The place of the later call in the group.</param>
/// <param name="Reason">Why; null where it only follows from other edges.</param>
internal readonly record struct DependenceEdge(int Earlier, int Later, OrderReason? Reason);
