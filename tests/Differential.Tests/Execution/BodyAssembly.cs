using System.Reflection;
using System.Runtime.Loader;

namespace Pipeline.Differential.Execution;

/// <summary>Compiled bodies, loaded until disposed.</summary>
internal sealed class BodyAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new("Bodies", isCollectible: true);
    private readonly Assembly _assembly;

    public BodyAssembly(byte[] image)
    {
        using var stream = new MemoryStream(image);
        _context.Resolving += static (_, name) =>
            AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(loaded => loaded.GetName().Name == name.Name);
        _assembly = _context.LoadFromStream(stream);
    }

    public Body Find(string typeName) => new(_assembly.GetType(typeName, throwOnError: true)!);

    public void Dispose() => _context.Unload();
}
