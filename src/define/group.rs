//! A struct and the table of its keys, of the same lines.

/// Makes a struct, the table of the keys that fill it, and how it is read and seen.
///
/// Each line is `name: Type = say(…)…;`: the name is the key (or `name "key"`), the type says how it is read (or a function after
/// `=>`), and what follows `=` are methods of [`Field`](super::Field). After `+` stand members that are no keys, each with a
/// function of the reader and the map. What the lines cannot say, `check` looks at when everything has been read.
macro_rules! group {
    (@key $key:ident) => { stringify!($key) };
    (@key $key:ident $named:literal) => { $named };
    (@take $type:ty, $reader:ident, $field:ident, $with:ident, $fields:ident) => {
        <$type as $crate::define::Read<$reader<'_>>>::take($field, $with, $fields)
    };
    (@take $type:ty, $reader:ident, $field:ident, $with:ident, $fields:ident, $read:expr) => {
        $read($field, $with, $fields)
    };
    (
        $(#[$meta:meta])*
        pub struct $name:ident by $reader:ident {
            $( $(#[$key_meta:meta])* $key:ident $($named:literal)?: $type:ty = $($call:ident($($argument:expr),*)).+ $(=> $read:expr)?; )*
            $( + $(#[$more_meta:meta])* $more:ident: $more_type:ty = $make:expr; )*
        }
        $( check $check:expr; )?
    ) => {
        $(#[$meta])*
        pub struct $name {
            $( $(#[$key_meta])* pub $key: $type, )*
            $( $(#[$more_meta])* pub $more: $more_type, )*
        }

        impl $name {
            /// The keys.
            pub const FIELDS: &'static [$crate::define::Field] = &[
                $( $crate::define::Field::of::<$type>($crate::define::group!(@key $key $($named)?)).$($call($($argument),*)).+, )*
            ];

            /// Reads the keys of a map. `None` if one is missing without which there is nothing; diagnostics say which.
            pub(crate) fn read(reader: &mut $reader<'_>, fields: &mut $crate::yaml::Fields) -> Option<$name> {
                let mut table = Self::FIELDS.iter();
                $( let $key = table.next().and_then(|field| {
                    $crate::define::group!(@take $type, $reader, field, reader, fields $(, $read)?)
                }); )*
                $( let $more = $make(reader, fields); )*
                let made = $name { $( $key: $key?, )* $( $more, )* };
                $( $check(&made, reader, fields); )?
                Some(made)
            }

            /// The values with their keys, in the order of the table.
            pub fn values(&self) -> Vec<(&'static $crate::define::Field, $crate::define::Seen<'_>)> {
                Self::FIELDS.iter().zip([ $( $crate::define::Shaped::see(&self.$key), )* ]).collect()
            }
        }

        impl $crate::define::Shaped for $name {
            const SHAPE: $crate::define::Shape = $crate::define::Shape::Group($name::FIELDS);
            fn see(&self) -> $crate::define::Seen<'_> {
                $crate::define::Seen::Group(self.values())
            }
        }

        impl $crate::define::Listed for $name {}

        impl<'r> $crate::define::Map<$reader<'r>> for $name {
            fn map(reader: &mut $reader<'r>, fields: &mut $crate::yaml::Fields) -> Option<$name> {
                $name::read(reader, fields)
            }
        }

        impl<'r> $crate::define::Read<$reader<'r>> for $name {
            fn find(
                field: &'static $crate::define::Field,
                reader: &mut $reader<'r>,
                fields: &mut $crate::yaml::Fields,
            ) -> Option<$name> {
                let mut inner = fields.map(field.key)?;
                let value = $name::read(reader, &mut inner);
                inner.finish();
                value
            }
        }

        impl<'r> $crate::define::Item<$reader<'r>> for $name {
            fn list(
                field: &'static $crate::define::Field,
                reader: &mut $reader<'r>,
                fields: &mut $crate::yaml::Fields,
            ) -> Vec<$name> {
                fields.maps(field.key, |inner| $name::read(reader, inner))
            }
        }
    };
}
pub(crate) use group;
