namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>A type around a random service.</summary>
/// <param name="Header">Its declaration up to the brace.</param>
/// <param name="Kin">A type beside the service, seen by more or by fewer than it.</param>
internal sealed record DeclaredContainer(string Header, string Kin);
