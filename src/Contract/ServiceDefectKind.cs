namespace Pipeline.Contract;

/// <summary>What can be wrong with the declaration of a service.</summary>
internal enum ServiceDefectKind
{
    /// <summary>The service, or a type it is nested in, is not partial.</summary>
    NotPartial,

    /// <summary>The parameter is <c>ref</c>, <c>out</c>, <c>in</c> or <c>ref readonly</c>.</summary>
    ByRefParameter,

    /// <summary>The parameter's type is a ref struct, such as a span.</summary>
    RefStructParameter,

    /// <summary>The parameter's type is a pointer or a function pointer, or the method takes <c>__arglist</c>.</summary>
    PointerParameter,

    /// <summary>The parameter is a second cancellation token.</summary>
    SecondCancellationToken,

    /// <summary>The parameter's type is seen by fewer than the service is.</summary>
    LessAccessibleParameter,

    /// <summary>The parameter passes a proxy to an API: a proxy is a dependency, not data.</summary>
    ProxyParameter,

    /// <summary>The parameter's type is in an assembly that is referenced under an alias only.</summary>
    AliasedParameter,

    /// <summary>The result's type is in an assembly that is referenced under an alias only.</summary>
    AliasedResult,

    /// <summary>The result's type is seen by fewer than the service is.</summary>
    LessAccessibleResult,

    /// <summary>The result is a reference, a ref struct, a pointer or a proxy.</summary>
    UnsupportedResult,

    /// <summary>The service has type parameters.</summary>
    GenericService,

    /// <summary>The service is nested in a type with type parameters.</summary>
    GenericContainer,

    /// <summary>The API has type parameters.</summary>
    GenericApi,

    /// <summary>The service itself is named <c>Proxy</c> or <c>Definition</c>.</summary>
    ReservedServiceName,

    /// <summary>A member of the service is named <c>Proxy</c> or <c>Definition</c>.</summary>
    ReservedMemberName,

    /// <summary>The API's name is one the proxy needs itself.</summary>
    ReservedApiName,

    /// <summary>The proxy would declare the API and an earlier one, <see cref="ServiceDefect.Other"/>, alike.</summary>
    ApiCollision,

    /// <summary>No method is marked <c>[Api]</c>.</summary>
    NoApi,

    /// <summary>The service is a static class.</summary>
    StaticService,

    /// <summary>The service is an abstract class.</summary>
    AbstractService,

    /// <summary>The service is a record.</summary>
    RecordService,

    /// <summary>The service, or a type it is nested in, is local to its file.</summary>
    FileLocalService,

    /// <summary>The API is a static method.</summary>
    StaticApi,

    /// <summary>The API is an accessor, an operator or a finalizer.</summary>
    NotAMethod,

    /// <summary>The API implements an interface's method explicitly.</summary>
    ExplicitInterfaceApi,

    /// <summary>The API is <c>async void</c>: nobody can wait for it.</summary>
    AsyncVoidApi,

    /// <summary>No constructor is accessible, or none of those marked is the one.</summary>
    NoConstructor,

    /// <summary>Several constructors are accessible and none is marked.</summary>
    AmbiguousConstructor,

    /// <summary>The constructor's parameter is <c>ref</c> or <c>out</c>, a ref struct or a pointer.</summary>
    UnsupportedConstructorParameter,

    /// <summary>The dependency's type is not the proxy of a service.</summary>
    DependencyNotService,

    /// <summary>The dependency's type does not name the service: <c>Proxy</c> alone, or the service's class.</summary>
    DependencyNotQualified,

    /// <summary>The dependency's type is in an assembly that is referenced under an alias only.</summary>
    AliasedDependency,

    /// <summary>The property marked <c>[Depends]</c> is not partial.</summary>
    DependsPropertyNotPartial,

    /// <summary>The property marked <c>[Depends]</c> is static, an indexer, or lacks a getter or a setter.</summary>
    DependsPropertyShape,

    /// <summary>The lifecycle method is static, generic, returns a result, or takes more than a cancellation token.</summary>
    LifecycleSignature,

    /// <summary>The lifecycle method is one of a base class's that the service cannot call.</summary>
    LifecycleInaccessible,

    /// <summary>The declared time is not a positive duration.</summary>
    InvalidTimeout,

    /// <summary>The declared name is blank, or holds a colon.</summary>
    InvalidName,

    /// <summary>Fewer than one instance is declared.</summary>
    InvalidInstances,

    /// <summary>Fewer than one call at a time is declared.</summary>
    InvalidConcurrency,

    /// <summary>A negative number of waiting calls is declared.</summary>
    InvalidQueueLimit,

    /// <summary>Fewer than one item ahead is declared.</summary>
    InvalidReadAhead,

    /// <summary>A type declared transient is no exception.</summary>
    InvalidTransient,

    /// <summary>The declared address is not an absolute one.</summary>
    InvalidUrl,
}
